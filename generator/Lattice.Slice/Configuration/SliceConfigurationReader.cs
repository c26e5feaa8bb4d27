using System.Collections.Immutable;
using System.Text.Json;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Configuration;

/// <summary>Reads slice.json. An unknown key is an error, because a misspelled key would be ignored without notice.</summary>
/// <param name="name">The name of the file in messages.</param>
internal sealed class SliceConfigurationReader(ReadOnlyMemory<byte> utf8, string name)
{
    public const string Schema = "$schema";
    public const string Source = "source";
    public const string Operations = "operations";
    public const string TreatAsCreate = "treatAsCreate";
    public const string Expand = "expand";
    public const string Sensitive = "sensitive";
    public const string Deprecated = "deprecated";
    public const string Names = "names";
    public const string Descriptions = "descriptions";

    /// <summary>All keys that slice.json may have.</summary>
    public static readonly IReadOnlyList<string> Keys =
        [Schema, Source, Operations, TreatAsCreate, Expand, Sensitive, Deprecated, Names, Descriptions];

    /// <exception cref="CommandFailedException">The content is not valid.</exception>
    public SliceConfiguration Read(JsonSpan root)
    {
        if (root.Kind != JsonTokenType.StartObject)
        {
            throw Fail(root.Start, "expected a JSON object.");
        }

        if (root.Members.FirstOrDefault(member => !Keys.Contains(member.Name)) is { } unknown)
        {
            throw Fail(unknown.Start, $"unknown key \"{unknown.Name}\".{NameSuggestions.Suggest(Keys, unknown.Name)}");
        }

        return new SliceConfiguration
        {
            Source = root.Find(Source) is { } source ? ReadText(source.Value, Source) : null,
            Operations = ReadTexts(root, Operations),
            TreatAsCreate = ReadTexts(root, TreatAsCreate),
            Expand = ReadTexts(root, Expand),
            Sensitive = ReadLocations(root, Sensitive, value => value.Kind switch
            {
                JsonTokenType.True => true,
                JsonTokenType.False => false,
                _ => throw Fail(value.Start, $"{Sensitive}: expected true or false."),
            }),
            Deprecated = ReadLocations(root, Deprecated, value => value.Kind == JsonTokenType.True ? null : ReadText(value, Deprecated)),
            Names = ReadLocations(root, Names, value => ReadText(value, Names)),
            Descriptions = ReadLocations(root, Descriptions, value => ReadText(value, Descriptions)),
        };
    }

    private ImmutableArray<string> ReadTexts(JsonSpan root, string key)
    {
        if (root.Find(key)?.Value is not { } list)
        {
            return [];
        }

        if (list.Kind != JsonTokenType.StartArray)
        {
            throw Fail(list.Start, $"{key}: expected an array of strings.");
        }

        if (list.Items.GroupBy(item => item.Text).FirstOrDefault(group => group.Count() > 1) is { } duplicate)
        {
            throw Fail(duplicate.Last().Start, $"{key} contains \"{duplicate.Key}\" twice.");
        }

        return [.. list.Items.Select(item => ReadText(item, key))];
    }

    /// <summary>
    /// A map from locations. Locations with the same prefix may be grouped: <c>{ "/a": { "": 1, "/b": 2 } }</c>.
    /// </summary>
    private ImmutableSortedDictionary<string, T> ReadLocations<T>(JsonSpan root, string key, Func<JsonSpan, T> read)
    {
        var locations = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        if (root.Find(key)?.Value is { } map)
        {
            Add(map, "");
        }

        return locations.ToImmutable();

        void Add(JsonSpan value, string location)
        {
            if (value.Kind != JsonTokenType.StartObject)
            {
                if (location.Length == 0)
                {
                    throw Fail(value.Start, $"{key}: expected an object whose keys are JSON Pointers into the slice.");
                }

                if (!locations.TryAdd(location, read(value)))
                {
                    throw Fail(value.Start, $"{key} contains {location} twice.");
                }
            }

            foreach (JsonSpanMember member in value.Members)
            {
                if (member.Name.Length > 0 && member.Name[0] != '/')
                {
                    throw Fail(
                        member.Start,
                        $"\"{member.Name}\" is not a JSON Pointer: it must start with \"/\", such as /components/schemas/account_link.");
                }

                Add(member.Value, location + member.Name);
            }
        }
    }

    private string ReadText(JsonSpan value, string key) => value.Text ?? throw Fail(value.Start, $"{key}: expected a string.");

    private CommandFailedException Fail(int offset, string message) =>
        new($"{name}, line {1 + utf8.Span[..offset].Count((byte)'\n')}: {message}");
}
