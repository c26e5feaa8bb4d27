using System.Collections.Immutable;
using System.Text.Json;
using Lattice.Slice.Names;

namespace Lattice.Slice.Configuration;

/// <summary>Reads slice.json. What it does not know is an error: a misspelt key would be lost in silence.</summary>
/// <param name="name">What the file is called in messages.</param>
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

    /// <exception cref="CommandFailedException">It says what it cannot say.</exception>
    public SliceConfiguration Read(JsonSpan root)
    {
        if (root.Kind != JsonTokenType.StartObject)
        {
            throw Fail(root.Start, "it has to be a JSON object.");
        }

        if (root.Members.FirstOrDefault(member => !Keys.Contains(member.Name)) is { } unknown)
        {
            throw Fail(unknown.Start, $"there is no key \"{unknown.Name}\".{NameSuggestions.Suggest(Keys, unknown.Name)}");
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
                _ => throw Fail(value.Start, $"{Sensitive} has to say true or false."),
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
            throw Fail(list.Start, $"{key} has to be a list of texts.");
        }

        if (list.Items.GroupBy(item => item.Text).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw Fail(twice.Last().Start, $"{key} has \"{twice.Key}\" twice.");
        }

        return [.. list.Items.Select(item => ReadText(item, key))];
    }

    /// <summary>
    /// A map from places. Those with the same start may stand in an object below it: <c>{ "/a": { "": 1, "/b": 2 } }</c>.
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
                    throw Fail(value.Start, $"{key} has to be an object whose keys are JSON Pointers into the slice.");
                }

                if (!locations.TryAdd(location, read(value)))
                {
                    throw Fail(value.Start, $"{key} names {location} twice.");
                }
            }

            foreach (JsonMember member in value.Members)
            {
                if (member.Name.Length > 0 && member.Name[0] != '/')
                {
                    throw Fail(
                        member.Start,
                        $"\"{member.Name}\" is no JSON Pointer: it has to start with \"/\", as /components/schemas/account_link does.");
                }

                Add(member.Value, location + member.Name);
            }
        }
    }

    private string ReadText(JsonSpan value, string key) => value.Text ?? throw Fail(value.Start, $"{key} has to be made of texts.");

    private CommandFailedException Fail(int offset, string message) =>
        new($"{name}, line {1 + utf8.Span[..offset].Count((byte)'\n')}: {message}");
}
