using Lattice.Slice.Configuration;
using Lattice.Slice.Generation;
using Lattice.Slice.Specifications;
using Lattice.Spec.Naming;

namespace Lattice.Slice.Editing;

/// <summary>A slice in which a class, a property, or a method has another name.</summary>
/// <param name="Pointers">The locations with the name.</param>
internal sealed record NameSetting(SliceDraft Draft, IReadOnlyList<string> Pointers)
{
    private const string Section = SliceConfigurationReader.Names;
    private const string AsyncSuffix = "Async";

    /// <summary>Sets the C# name.</summary>
    /// <param name="what">The class, property, or method.</param>
    /// <param name="name">Its new name, without the class.</param>
    /// <exception cref="CommandFailedException">The slice has no such member, or it cannot have the name.</exception>
    public static NameSetting Set(SliceDraft draft, string what, string name, CancellationToken cancellationToken)
    {
        NameTarget target = Find(draft, what) ?? throw CreateMissing(draft, what);
        string shortName = target.Kind == NameTargetKind.Method && name.EndsWith(AsyncSuffix, StringComparison.Ordinal)
            ? name[..^AsyncSuffix.Length]
            : name;
        EnsureValid(target, shortName);
        SliceFiles files = target.Pointers.Aggregate(draft.Files, (files, pointer) => files.Set(Section, pointer, shortName));
        return new NameSetting(draft.With(files, cancellationToken), target.Pointers);
    }

    /// <summary>Removes the C# name, so that the generator chooses it.</summary>
    /// <param name="what">The member by its present name, or by the one that it gets back.</param>
    /// <exception cref="CommandFailedException">slice.json has no name for the member.</exception>
    public static NameSetting Remove(SliceDraft draft, string what, CancellationToken cancellationToken)
    {
        IEnumerable<string> all = draft.Files.Configuration.Names.Keys;
        SliceDraft original = draft.With(all.Aggregate(draft.Files, (files, pointer) => files.Unset(Section, pointer)), cancellationToken);
        List<string> pointers = GetNamed(draft);
        if (pointers.Count == 0)
        {
            pointers = GetNamed(original);
        }

        return pointers.Count > 0
            ? new NameSetting(
                draft.With(
                    Enumerable.Reverse(pointers).Aggregate(draft.Files, (files, pointer) => files.Unset(Section, pointer)),
                    cancellationToken),
                pointers)
            : Find(draft, what) is { } target
                ? throw new CommandFailedException($"{draft.Files.Path} has no name for {target.Name}, so there is nothing to remove.")
                : throw CreateMissing(draft, what);

        List<string> GetNamed(SliceDraft searched) =>
            [.. (Find(searched, what)?.Pointers ?? []).Where(draft.Files.Configuration.Names.ContainsKey)];
    }

    private static NameTarget? Find(SliceDraft draft, string what)
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

    private static void EnsureValid(NameTarget target, string name)
    {
        if (!Identifiers.IsPascal(name))
        {
            string suggestion = Identifiers.Pascal(name);
            throw new CommandFailedException(
                $"\"{name}\" is not a C# name in Pascal case."
                + (Identifiers.IsPascal(suggestion) ? $" Did you mean \"{suggestion}\"?" : ""));
        }

        string present = target.Name.Split('.')[^1];
        if (present == (target.Kind == NameTargetKind.Method ? name + AsyncSuffix : name))
        {
            throw new CommandFailedException($"{target.Name} already has that name.");
        }

        if (target.Kind == NameTargetKind.Class && ReservedNames.GetTypeName(name) is var allowed && allowed != name)
        {
            throw new CommandFailedException(
                $"{target.Name} cannot be named {name}, which would hide a type of .NET or of the runtime. Choose another name, such as "
                + $"{allowed}.");
        }
    }

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

    private static CommandFailedException CreateMissing(SliceDraft draft, string what)
    {
        IEnumerable<(string, IEnumerable<string>)> methods = draft.Model.Operations.Values
            .Select(operation => (operation.Member, (IEnumerable<string>)[operation.Member, operation.Name]));
        string suggestion = what.Contains(' ') ? NameSuggestions.Suggest(methods, what) : draft.Search.Suggest(what, _ => true);
        return new CommandFailedException($"{draft.Files.SlicePath} has no \"{what}\".{suggestion}");
    }
}

/// <summary>What can have a name in slice.json.</summary>
internal enum NameTargetKind
{
    Class,
    Property,
    Method,
}

/// <param name="Name">The present C# name, with the class.</param>
internal sealed record NameTarget(NameTargetKind Kind, string Name, IReadOnlyList<string> Pointers);
