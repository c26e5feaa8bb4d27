using System.Collections.Immutable;
using System.Text.Json;
using Lattice.Slice.Specifications;
using Lattice.Spec.Model;
using Lattice.Spec.Stripe;

namespace Lattice.Slice.Configuration;

/// <summary>Reads slice.json. An unknown key is an error, because a misspelled key would be ignored without notice.</summary>
/// <param name="name">The name of the file in messages.</param>
internal sealed partial class SliceConfigurationReader(ReadOnlyMemory<byte> utf8, string name)
{
    public const string Schema = "$schema";
    public const string Source = "source";
    public const string Pinned = "pinned";
    public const string Operations = "operations";
    public const string Operation = "operation";
    public const string As = "as";
    public const string Expand = "expand";
    public const string Sensitive = "sensitive";
    public const string Deprecated = "deprecated";
    public const string Exclusive = "exclusive";
    public const string Names = "names";
    public const string Descriptions = "descriptions";

    /// <summary>All keys that slice.json may have, in the order of its schema.</summary>
    public static readonly IReadOnlyList<string> Keys =
        [Schema, Source, Pinned, Operations, Expand, Sensitive, Deprecated, Exclusive, Names, Descriptions];

    private static readonly List<string> s_kinds = [.. OperationFilter.AllKinds.Select(kind => kind.GetName())];

    /// <exception cref="CommandFailedException">The content is not valid.</exception>
    public SliceConfiguration Read(JsonSpan root)
    {
        if (root.Kind != JsonTokenType.StartObject)
        {
            throw Fail(root.Start, "expected a JSON object.");
        }

        EnsureKnown(root, "", Keys);
        _ = root.Find(Schema) is { } schema ? ReadText(schema.Value, Schema) : null;
        List<(string Name, OperationKind? Kind)> operations = [.. ReadArray(root, Operations, ReadOperation, operation => operation.Name)];
        var configuration = new SliceConfiguration
        {
            Source = root.Find(Source) is { } source ? ReadSource(source.Value) : null,
            Pin = root.Find(Pinned) is { } pin ? ReadPin(pin.Value) : null,
            Operations = [.. operations.Select(operation => operation.Name)],
            Kinds = operations.Where(operation => operation.Kind is not null).ToImmutableSortedDictionary(
                operation => operation.Name, operation => operation.Kind!.Value, StringComparer.Ordinal),
            Expand = [.. ReadTexts(root, Expand)],
            Sensitive = ReadLocations(root, Sensitive, value => value.Kind switch
            {
                JsonTokenType.True => true,
                JsonTokenType.False => false,
                _ => throw Fail(value.Start, $"{Sensitive}: expected true or false."),
            }),
            Deprecated = ReadLocations(root, Deprecated, value => value.Kind == JsonTokenType.True ? null : ReadText(value, Deprecated)),
            Exclusive = ReadLocations(root, Exclusive, ReadGroups),
            Names = ReadLocations(root, Names, value => ReadText(value, Names)),
            Descriptions = ReadLocations(root, Descriptions, value => ReadText(value, Descriptions)),
        };
        return root.Find(Operations) is not null
            ? configuration
            : throw new CommandFailedException($"{name} has no array \"{Operations}\". Add \"{Operations}\": [] to it.");
    }

    /// <summary>The keys that stay before a key that is added.</summary>
    public static IReadOnlyList<string> GetKeysBefore(string key) => [.. Keys.TakeWhile(other => other != key)];

    /// <summary>The name of an operation in the array of operations: a string, or an object with the kind of the operation.</summary>
    public static string? FindName(JsonSpan item) => item.Text ?? item.Find(Operation)?.Value.Text;

    private void EnsureKnown(JsonSpan owner, string subject, params IReadOnlyList<string> keys)
    {
        if (owner.Members.FirstOrDefault(member => !keys.Contains(member.Name)) is { } unknown)
        {
            throw Fail(unknown.Start, $"{subject}unknown key \"{unknown.Name}\".{NameSuggestions.Suggest(keys, unknown.Name)}");
        }
    }

    private IEnumerable<string> ReadTexts(JsonSpan root, string key) => ReadArray(root, key, item => ReadText(item, key), text => text);

    private IEnumerable<T> ReadArray<T>(JsonSpan root, string key, Func<JsonSpan, T> read, Func<T, string> getName)
    {
        if (root.Find(key)?.Value is not { } list)
        {
            yield break;
        }

        if (list.Kind != JsonTokenType.StartArray)
        {
            throw Fail(list.Start, $"{key}: expected an array of strings.");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonSpan item in list.Items)
        {
            T value = read(item);
            if (!names.Add(getName(value)))
            {
                throw Fail(item.Start, $"{key} contains \"{getName(value)}\" twice.");
            }

            yield return value;
        }
    }

    private (string Name, OperationKind? Kind) ReadOperation(JsonSpan item)
    {
        if (item.Kind != JsonTokenType.StartObject)
        {
            return (ReadText(item, Operations), null);
        }

        EnsureKnown(item, $"{Operations}: ", Operation, As);
        string name = item.Find(Operation)?.Value.Text
            ?? throw Fail(item.Start, $"{Operations}: expected a string, or an object with \"{Operation}\" and \"{As}\".");
        JsonSpan kind = item.Find(As)?.Value ?? throw Fail(item.Start, $"{Operations}: \"{name}\" has no \"{As}\"; write it as a string.");
        int index = s_kinds.IndexOf(kind.Text ?? "");
        return index >= 0 ? (name, OperationFilter.AllKinds[index]) : throw Fail(
            kind.Start, $"{Operations}: \"{As}\" must be one of {string.Join(", ", s_kinds)}.");
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

    private ImmutableArray<ImmutableArray<string>> ReadGroups(JsonSpan value)
    {
        if (value.Kind != JsonTokenType.StartArray || value.Items.Any(group => group.Kind != JsonTokenType.StartArray))
        {
            throw Fail(value.Start, $"{Exclusive}: expected an array of groups, such as [[\"price\", \"price_data\"]].");
        }

        return [.. value.Items.Select(group => group.Items.Select(item => ReadText(item, Exclusive)).ToImmutableArray())];
    }

    private string ReadSource(JsonSpan value)
    {
        string source = ReadText(value, Source);
        return source.Trim().Length > 0 ? source : throw Fail(
            value.Start, $"{Source}: expected a path or a URL, not an empty string. For Stripe's document, delete \"{Source}\".");
    }

    private string ReadText(JsonSpan value, string key) => value.Text ?? throw Fail(value.Start, $"{key}: expected a string.");

    private CommandFailedException Fail(int offset, string message) =>
        new($"{name}, line {1 + utf8.Span[..offset].Count((byte)'\n')}: {message}");
}
