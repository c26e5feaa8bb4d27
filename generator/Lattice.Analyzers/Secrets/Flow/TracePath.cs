using Microsoft.CodeAnalysis;

namespace Lattice.Analyzers.Secrets.Flow;

/// <summary>
/// Where in a value a secret is. The path of a value that is the secret itself is empty; otherwise each segment starts with a character
/// that tells what it leads to: a member that <c>ToString()</c> shows, one that it does not show, an element, or the result of a delegate.
/// </summary>
internal static class TracePath
{
    /// <summary>Some element of a collection.</summary>
    public const string AnyElement = "[]";

    /// <summary>A piece of a text that was split; which piece is secret is not known.</summary>
    public const string Piece = "[*]";

    /// <summary>What a delegate returns.</summary>
    public const string Returned = "()";

    private const char ShownMember = '.';
    private const char HiddenMember = '!';
    private const char Element = '[';
    private const char Delegate = '(';
    private const int MaxLength = 200;

    private static readonly char[] s_starts = [ShownMember, HiddenMember, Element, Delegate];

    public static string Member(ITypeSymbol? type, string name) => (ShowsMembers(type) ? ShownMember : HiddenMember) + name;

    public static string ElementAt(object? key) => key is null
        ? AnyElement
        : $"[{string.Join("_", key.ToString().Split([.. s_starts, '*']))}]";

    /// <returns><see langword="null"/> for a path so long that it may grow without end, in a loop.</returns>
    public static string? TryPrepend(string segment, string path) => path.Length > MaxLength ? null : segment + path;

    /// <summary>The path within a member; <see langword="null"/> if the path does not lead to it.</summary>
    public static string? TryEnterMember(string path, string name) =>
        path.Length > 0 && path[0] is ShownMember or HiddenMember && GetFirst(path).Substring(1) == name ? SkipFirst(path) : null;

    /// <summary>The path within an element that a key selects, or within any element if the key is not known.</summary>
    public static string? TryEnterElement(string path, object? key)
    {
        if (path.Length == 0 || path[0] != Element)
        {
            return null;
        }

        string first = GetFirst(path);
        return key is null || first == AnyElement || first == ElementAt(key) ? SkipFirst(path) : null;
    }

    public static string? TryEnterReturned(string path) => path.StartsWith(Returned, StringComparison.Ordinal) ? SkipFirst(path) : null;

    public static bool StartsWith(string path, string segment) => path.Length > 0 && GetFirst(path) == segment;

    /// <summary>Whether someone who writes a value in a certain way also writes what the path leads to.</summary>
    public static bool IsVisible(string path, Visibility visibility) => visibility switch
    {
        Visibility.Text => path.IndexOfAny([HiddenMember, Element, Delegate]) < 0,
        Visibility.Elements => path.IndexOfAny([HiddenMember, Delegate]) < 0,
        _ => path.IndexOf(Delegate) < 0,
    };

    /// <summary>Whether the <c>ToString()</c> of a type contains its members.</summary>
    private static bool ShowsMembers(ITypeSymbol? type) => type is { IsTupleType: true } or { IsAnonymousType: true }
        || (type is INamedTypeSymbol { IsRecord: true } record
            && !record.GetMembers("ToString").Any(member => !member.IsImplicitlyDeclared)
            && !record.GetMembers("PrintMembers").Any(member => !member.IsImplicitlyDeclared))
        || type is { Name: "KeyValuePair" or "Tuple" };

    private static string GetFirst(string path)
    {
        int end = path.IndexOfAny(s_starts, 1);
        return end < 0 ? path : path.Substring(0, end);
    }

    private static string SkipFirst(string path) => path.Substring(GetFirst(path).Length);
}
