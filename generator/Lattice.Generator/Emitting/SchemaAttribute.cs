using System.Globalization;
using Lattice.Spec.Model;

namespace Lattice.Generator.Emitting;

/// <summary>Writes the attribute with what the specification states about a class, for analyzers.</summary>
internal static class SchemaAttribute
{
    // A longer attribute has a line for each of its arguments.
    private const int LineLength = 120;

    public static void Write(SourceWriter writer, ParamsType type) => Write(
        writer,
        ("Required", string.Join(", ", type.Properties.Where(property => property.IsRequired).Select(property => property.Name))),
        ("MaxLength", Group(type.Properties.Where(property => property.MaxLength is not null).OrderBy(property => property.MaxLength)
            .Select(property => (property.MaxLength!.Value.ToString(CultureInfo.InvariantCulture), property.Name)))),
        ("Ids", Group(type.Properties.Where(property => property.Resource is not null)
            .Select(property => (property.Resource!, property.Name)))),
        ("Exclusive", string.Join("; ", type.Exclusive.Select(group => string.Join(", ", group)))),
        ("Successors", GetSuccessors(type.Properties.Select(property => (property.Name, property.Successor)))));

    public static void Write(SourceWriter writer, EnumType type) => Write(
        writer, ("Successors", GetSuccessors(type.Members.Select(member => (member.Name, member.Successor)))));

    private static void Write(SourceWriter writer, params (string Name, string Value)[] arguments)
    {
        List<string> written = [.. arguments.Where(argument => argument.Value.Length > 0)
            .Select(argument => $"{argument.Name} = {CSharp.Literal(argument.Value)}")];
        if (written.Count > 0)
        {
            string separator = written.Sum(argument => argument.Length) > LineLength ? ",\n    " : ", ";
            string start = separator == ", " ? "" : "\n    ";
            writer.Write($"[{CSharp.Runtime}.StripeSchema({start}{string.Join(separator, written)})]");
        }
    }

    /// <summary>The names of properties by a key that they share, in the order in which the keys come first.</summary>
    private static string Group(IEnumerable<(string Key, string Name)> properties) => string.Join(
        "; ", properties.GroupBy(property => property.Key, property => property.Name).Select(group => $"{group.Key}: {string.Join(", ", group)}"));

    private static string GetSuccessors(IEnumerable<(string Name, string? Successor)> members) => string.Join(
        "; ", members.Where(member => member.Successor is not null).Select(member => $"{member.Name}: {member.Successor}"));
}
