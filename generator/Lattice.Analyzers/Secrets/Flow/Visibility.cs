namespace Lattice.Analyzers.Secrets.Flow;

/// <summary>How much of a value someone who gets it writes or keeps.</summary>
internal enum Visibility
{
    /// <summary>Its text.</summary>
    Text,

    /// <summary>Its text and, of a collection, the texts of the elements.</summary>
    Elements,

    /// <summary>All that it holds.</summary>
    All,
}
