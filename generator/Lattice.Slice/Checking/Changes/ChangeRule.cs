using Lattice.Slice.Output;

namespace Lattice.Slice.Checking.Changes;

/// <summary>A kind of change.</summary>
/// <param name="name">The name in <see cref="ChangeRules"/>; JSON reports have it in kebab case.</param>
/// <param name="template">What happens and what to do, with <c>{name}</c>, <c>{old}</c> and <c>{new}</c> of the change.</param>
internal sealed class ChangeRule(string name, ChangeClass @class, string template)
{
    public string Name => name;

    public ChangeClass Class => @class;

    public string GetMessage(Change change)
    {
        // All placeholders at once, because a value may itself look like one.
        string[] parts = template.Split('{', '}');
        for (int i = 1; i < parts.Length; i += 2)
        {
            parts[i] = CodeText.Quote(parts[i] switch
            {
                "name" => change.Name,
                "old" => change.Old,
                "new" => change.New,
                _ => throw new InvalidOperationException($"The message of {name} has the unknown placeholder '{parts[i]}'."),
            } ?? "");
        }

        return string.Concat(parts);
    }

    public override string ToString() => name;
}
