using Microsoft.CodeAnalysis;

namespace Lattice.Analyzers.Secrets.Flow;

/// <summary>What a trace tells about a value.</summary>
internal enum TraceKind
{
    /// <summary>It is, or contains, the revealed text of a secret.</summary>
    Text,

    /// <summary>It is, or contains, a <c>SecretString</c> of an object that Stripe returned.</summary>
    Secret,

    /// <summary>It writes to the console.</summary>
    Console,

    /// <summary>It writes to a file.</summary>
    File,

    /// <summary>It is an object of the database: what is assigned to its properties is saved.</summary>
    Entity,
}

/// <summary>One reason why a value matters.</summary>
/// <param name="kind">What the trace tells.</param>
/// <param name="source">Where it starts: for a text, the call of <c>Reveal()</c>.</param>
/// <param name="leaf">The expression, as near as possible to where the value is used, that has the value.</param>
/// <param name="path">Where in the value it is.</param>
/// <param name="isWhole">Whether it is the text as revealed, and not a part of another text.</param>
internal sealed class Trace(TraceKind kind, IOperation source, IOperation leaf, string path, bool isWhole) : IEquatable<Trace>
{
    public TraceKind Kind { get; } = kind;

    public IOperation Source { get; } = source;

    public IOperation Leaf { get; } = leaf;

    public string Path { get; } = path;

    public bool IsWhole { get; } = isWhole;

    public static Trace Start(TraceKind kind, IOperation source) => new(kind, source, source, path: "", isWhole: true);

    public Trace At(string path) => new(Kind, Source, Leaf, path, IsWhole);

    /// <summary>The same for an expression that has the value.</summary>
    public Trace Read(IOperation leaf) => new(Kind, Source, leaf, Path, IsWhole);

    /// <summary>The same for a text that the value is a part of.</summary>
    public Trace Composed() => new(Kind, Source, Leaf, path: "", isWhole: false);

    public bool Equals(Trace? other) => other is not null && Kind == other.Kind && IsWhole == other.IsWhole
        && ReferenceEquals(Source, other.Source) && ReferenceEquals(Leaf, other.Leaf) && Path == other.Path;

    public override bool Equals(object? obj) => Equals(obj as Trace);

    public override int GetHashCode() => ((int)Kind * 31) ^ Source.GetHashCode() ^ (Leaf.GetHashCode() * 17) ^ Path.GetHashCode();
}
