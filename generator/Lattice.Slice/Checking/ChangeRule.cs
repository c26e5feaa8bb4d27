using Lattice.Slice.Checking.Reports;

namespace Lattice.Slice.Checking;

/// <summary>What changes of one kind mean.</summary>
/// <param name="template">The sentence for people, with <c>{name}</c>, <c>{old}</c> and <c>{new}</c> of the change.</param>
internal sealed class ChangeRule(ChangeClass @class, string template)
{
    public ChangeClass Class => @class;

    public string GetMessage(Change change)
    {
        // All at once: what is put in may itself look like a placeholder.
        string[] parts = template.Split('{', '}');
        for (int i = 1; i < parts.Length; i += 2)
        {
            parts[i] = CodeText.Quote(parts[i] switch
            {
                "name" => change.Name,
                "old" => change.Old,
                "new" => change.New,
                _ => throw new InvalidOperationException($"The sentence for {change.Kind} has the unknown placeholder '{parts[i]}'."),
            } ?? "");
        }

        return string.Concat(parts);
    }
}
