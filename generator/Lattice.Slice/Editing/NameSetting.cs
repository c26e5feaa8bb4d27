using System.Collections.Immutable;
using System.Text;
using Lattice.Slice.Configuration;
using Lattice.Spec.Naming;

namespace Lattice.Slice.Editing;

/// <summary>A slice in which a class, a property, or a method has another name.</summary>
/// <param name="Pointers">The locations with the name.</param>
internal sealed record NameSetting(SliceDraft Draft, IReadOnlyList<string> Pointers)
{
    private const string Section = SliceConfigurationReader.Names;

    /// <summary>Sets the C# name.</summary>
    /// <param name="what">The class, property, or method.</param>
    /// <param name="name">Its new name, without the class.</param>
    /// <exception cref="CommandFailedException">The slice has no such member, or it cannot have the name.</exception>
    public static NameSetting Set(SliceDraft draft, string what, string name, CancellationToken cancellationToken)
    {
        NameTarget target = NameTarget.Find(draft, what) ?? throw NameTarget.CreateMissing(draft, what);
        string shortName = GetShortName(target, name);
        EnsureValid(target, shortName);
        SliceFiles files = target.Pointers.Aggregate(draft.Files, (files, pointer) => files.Set(Section, pointer, shortName));
        return new NameSetting(draft.With(files, cancellationToken), target.Pointers);
    }

    /// <summary>Removes the C# name, so that the generator chooses it.</summary>
    /// <param name="what">The member by its present name, or by the one that it gets back.</param>
    /// <param name="name">The name to remove; <see langword="null"/> if it does not matter.</param>
    /// <exception cref="CommandFailedException">slice.json has no name for the member, or another one.</exception>
    public static NameSetting Remove(SliceDraft draft, string what, string? name, CancellationToken cancellationToken)
    {
        ImmutableSortedDictionary<string, string> names = draft.Files.Configuration.Names;
        SliceDraft original = draft.With(
            names.Keys.Aggregate(draft.Files, (files, pointer) => files.Unset(Section, pointer)), cancellationToken);
        NameTarget target = FindNamed(draft) ?? FindNamed(original) ?? throw CreateUnnamed(draft, what);
        string present = names[target.Pointers[0]];
        if (name is not null && GetShortName(target, name) != present)
        {
            throw new CommandFailedException(
                $"{draft.Files.Path} has the name {present} for {what}, not {name}. To remove it, run `lattice rename {what} --remove`.");
        }

        SliceFiles removed = Enumerable.Reverse(target.Pointers).Aggregate(draft.Files, (files, pointer) => files.Unset(Section, pointer));
        return new NameSetting(draft.With(removed, cancellationToken), target.Pointers);

        NameTarget? FindNamed(SliceDraft searched) =>
            NameTarget.Find(searched, what) is { } found && found.Pointers.Where(names.ContainsKey).ToList() is { Count: > 0 } named
                ? found with { Pointers = named }
                : null;
    }

    private static CommandFailedException CreateUnnamed(SliceDraft draft, string what) => NameTarget.Find(draft, what) is { } target
        ? new CommandFailedException($"{draft.Files.Path} has no name for {target.Name}, so there is nothing to remove.")
        : NameTarget.CreateMissing(draft, what);

    private static string GetShortName(NameTarget target, string name) =>
        target.Kind == NameTargetKind.Method && name.EndsWith(NameTarget.AsyncSuffix, StringComparison.Ordinal)
            ? name[..^NameTarget.AsyncSuffix.Length]
            : name;

    private static void EnsureValid(NameTarget target, string name)
    {
        if (!Identifiers.IsPascal(name))
        {
            // Letters of other alphabets would be left out.
            string suggestion = Ascii.IsValid(name) ? Identifiers.Pascal(name) : "";
            throw new CommandFailedException(
                $"\"{name}\" cannot be a name: it must start with a capital letter from A to Z, and have only letters from A to Z and digits."
                + (Identifiers.IsPascal(suggestion) ? $" Did you mean \"{suggestion}\"?" : ""));
        }

        string present = target.Name.Split('.')[^1];
        if (present == (target.Kind == NameTargetKind.Method ? name + NameTarget.AsyncSuffix : name))
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
}
