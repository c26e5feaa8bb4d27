using Microsoft.CodeAnalysis.Editing;

namespace Lattice.Analyzers.CodeFixes.Keys;

/// <summary>A change of a document that gives a call a key.</summary>
internal sealed class KeyChange(string title, Action<SyntaxEditor> apply)
{
    public string Title { get; } = title;

    public Action<SyntaxEditor> Apply { get; } = apply;
}
