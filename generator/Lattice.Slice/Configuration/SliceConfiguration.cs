using System.Collections.Immutable;

namespace Lattice.Slice.Configuration;

/// <summary>The content of slice.json. Locations are JSON Pointers into the slice.</summary>
internal sealed record SliceConfiguration
{
    /// <summary>The full specification: a path relative to the folder of slice.json, or a URL.</summary>
    public string? Source { get; init; }

    /// <summary>The operations in the slice, such as <c>POST /v1/account_links</c>.</summary>
    public ImmutableArray<string> Operations { get; init; } = [];

    /// <summary>The operations that are generated although their paths do not look like creates.</summary>
    public ImmutableArray<string> TreatAsCreate { get; init; } = [];

    /// <summary>The locations of the expandable fields that are included as whole resources.</summary>
    public ImmutableArray<string> Expand { get; init; } = [];

    /// <summary>Whether a property is a secret, by location.</summary>
    public ImmutableSortedDictionary<string, bool> Sensitive { get; init; } = Empty<bool>();

    /// <summary>Deprecated properties by location, with the sibling to use instead if there is one.</summary>
    public ImmutableSortedDictionary<string, string?> Deprecated { get; init; } = Empty<string?>();

    /// <summary>C# names of properties, schemas and operations, by location.</summary>
    public ImmutableSortedDictionary<string, string> Names { get; init; } = Empty<string>();

    /// <summary>Descriptions by location; they override those of the specification.</summary>
    public ImmutableSortedDictionary<string, string> Descriptions { get; init; } = Empty<string>();

    /// <summary>The same configuration with only one of the operations.</summary>
    public SliceConfiguration Only(string operation) => this with
    {
        Operations = [operation],
        TreatAsCreate = TreatAsCreate.Contains(operation) ? [operation] : [],
    };

    private static ImmutableSortedDictionary<string, T> Empty<T>() => ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
}
