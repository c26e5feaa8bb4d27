using Lattice.Slice.Generation;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Editing;

/// <summary>What can have a name in slice.json.</summary>
internal enum NameTargetKind
{
    Class,
    Property,
    Method,
}

/// <summary>A class, a property, or a method that can have a name in slice.json.</summary>
/// <param name="Name">The present C# name, with the class.</param>
/// <param name="Pointers">The locations of the name.</param>
internal sealed record NameTarget(NameTargetKind Kind, string Name, IReadOnlyList<string> Pointers)
{
    public const string AsyncSuffix = "Async";

    /// <summary>Finds what a user names; <see langword="null"/> if there is nothing with the name.</summary>
    /// <exception cref="CommandFailedException">The name is ambiguous, or means a type whose name follows from another one.</exception>
    public static NameTarget? Find(SliceDraft draft, string what)
    {
        IReadOnlyList<SliceMember> found = draft.Search.Find(what);
        if (found.Count == 0)
        {
            return FindMethod(draft, what);
        }

        SliceMember member = draft.EnsureOne(found, what, "a class or a property", _ => true);
        return member.Property is not null
            ? new NameTarget(NameTargetKind.Property, member.Name, draft.GetPointers(member))
            : draft.Locations.FindComponent(member.Type) is { } component
                ? new NameTarget(NameTargetKind.Class, member.Name, [component.Node.Pointer.ToString()])
                : throw CreateDerived(draft, member);
    }

    /// <summary>Finds a method by its name with or without <c>Async</c>, or by its operation.</summary>
    private static NameTarget? FindMethod(SliceDraft draft, string what) => draft.Model.Operations.Values
        .Where(operation => operation.Name.Equals(what, StringComparison.OrdinalIgnoreCase)
            || operation.Member.Equals(what, StringComparison.OrdinalIgnoreCase)
            || operation.Member.Equals(what + AsyncSuffix, StringComparison.OrdinalIgnoreCase))
        .Select(operation => new NameTarget(
            NameTargetKind.Method,
            operation.Member,
            [new OperationLocations(draft.Model.Slice.Document, operation.Operation).Pointer]))
        .FirstOrDefault();

    /// <summary>The error for a type whose name follows from that of something else.</summary>
    private static CommandFailedException CreateDerived(SliceDraft draft, SliceMember member)
    {
        IEnumerable<string> properties = draft.Locations.Properties
            .Where(entry => entry.Property.Type.Leaf.Type == member.Type)
            .Select(entry => $"the property {new SliceMember(entry.Type, entry.Property).Name}");
        IEnumerable<string> methods = draft.Model.Operations.Values
            .Where(operation => operation.Operation.Params == member.Type)
            .Select(operation => $"the method {operation.Member}");
        string? source = properties.Concat(methods).FirstOrDefault();
        return new CommandFailedException($"{member.Name} has no name of its own"
            + (source is null ? "." : $": it is named after {source}. Rename that instead."));
    }

    /// <summary>The error for a name that means nothing.</summary>
    public static CommandFailedException CreateMissing(SliceDraft draft, string what)
    {
        IEnumerable<(string, IEnumerable<string>)> methods = draft.Model.Operations.Values
            .Select(operation => (operation.Member, (IEnumerable<string>)[operation.Member, operation.Name]));
        string suggestion = what.Contains(' ') ? NameSuggestions.Suggest(methods, what) : draft.Search.Suggest(what, _ => true);
        return new CommandFailedException($"{draft.Files.SlicePath} has no \"{what}\".{suggestion}");
    }
}
