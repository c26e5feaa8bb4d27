using System.Collections.Immutable;
using Lattice.Slice.Specifications;
using Lattice.Spec.Model;

namespace Lattice.Slice.Configuration;

/// <summary>The content of slice.json. Locations are JSON Pointers into the slice.</summary>
internal sealed record SliceConfiguration
{
    /// <summary>The full specification: a path relative to the folder of slice.json, or a URL.</summary>
    public string? Source { get; init; }

    /// <summary>The document of the source that the slice was cut from; <see langword="null"/> for the present one.</summary>
    public SpecPin? Pin { get; init; }

    /// <summary>The operations in the slice, such as <c>POST /v1/account_links</c> or <c>GET /v1/accounts/{account}</c>.</summary>
    public ImmutableArray<string> Operations { get; init; } = [];

    /// <summary>The kinds of operations that are generated as something else than their paths look like.</summary>
    public ImmutableSortedDictionary<string, OperationKind> Kinds { get; init; } = Empty<OperationKind>();

    /// <summary>The locations of the expandable fields that are included as whole resources.</summary>
    public ImmutableArray<string> Expand { get; init; } = [];

    /// <summary>Whether a property is a secret, by location.</summary>
    public ImmutableSortedDictionary<string, bool> Sensitive { get; init; } = Empty<bool>();

    /// <summary>
    /// Deprecated properties and values of enums by location, with what to use instead if there is anything: a sibling, or a property
    /// within one (<c>collection_options.fields</c>).
    /// </summary>
    public ImmutableSortedDictionary<string, string?> Deprecated { get; init; } = Empty<string?>();

    /// <summary>Groups of properties of which only one can be set, by the location of the object that has them.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<ImmutableArray<string>>> Exclusive { get; init; } =
        Empty<ImmutableArray<ImmutableArray<string>>>();

    /// <summary>C# names of properties, schemas and operations, by location.</summary>
    public ImmutableSortedDictionary<string, string> Names { get; init; } = Empty<string>();

    /// <summary>Descriptions by location; they override those of the specification.</summary>
    public ImmutableSortedDictionary<string, string> Descriptions { get; init; } = Empty<string>();

    /// <summary>The operation as the slice has it.</summary>
    public ApiOperation Apply(ApiOperation operation) =>
        Kinds.TryGetValue(operation.Text, out OperationKind kind) ? operation.As(kind) : operation;

    private static ImmutableSortedDictionary<string, T> Empty<T>() => ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
}
