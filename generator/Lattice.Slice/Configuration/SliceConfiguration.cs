using System.Collections.Immutable;

namespace Lattice.Slice.Configuration;

/// <summary>What slice.json says. Places are JSON Pointers into the slice.</summary>
internal sealed record SliceConfiguration
{
    /// <summary>Where the full specification is: a path from slice.json's folder, or an address.</summary>
    public string? Source { get; init; }

    /// <summary>The operations in the slice, such as <c>POST /v1/account_links</c>.</summary>
    public ImmutableArray<string> Operations { get; init; } = [];

    /// <summary>Those of them that are generated although their paths do not look like creates.</summary>
    public ImmutableArray<string> TreatAsCreate { get; init; } = [];

    /// <summary>The expandable fields that are pulled in as whole resources.</summary>
    public ImmutableArray<string> Expand { get; init; } = [];

    /// <summary>Whether a property is secret, by its place.</summary>
    public ImmutableSortedDictionary<string, bool> Sensitive { get; init; } = Empty<bool>();

    /// <summary>Deprecated properties by their places, with the sibling to use instead if there is one.</summary>
    public ImmutableSortedDictionary<string, string?> Deprecated { get; init; } = Empty<string?>();

    /// <summary>C# names of properties, schemas and operations by their places.</summary>
    public ImmutableSortedDictionary<string, string> Names { get; init; } = Empty<string>();

    /// <summary>Descriptions by the places of what they describe; they overrule the specification's.</summary>
    public ImmutableSortedDictionary<string, string> Descriptions { get; init; } = Empty<string>();

    /// <summary>The same with one of the operations.</summary>
    public SliceConfiguration Only(string operation) => this with
    {
        Operations = [operation],
        TreatAsCreate = TreatAsCreate.Contains(operation) ? [operation] : [],
    };

    private static ImmutableSortedDictionary<string, T> Empty<T>() => ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
}
