using Lattice.Slice.Output;
using Lattice.Slice.Specifications;
using Lattice.Spec.Model;

namespace Lattice.Slice.Commands;

/// <summary>Reports what the analyzers know about new types, and so which mistakes they find while code is written.</summary>
internal static class RulesReport
{
    /// <summary>Some operations have hundreds of parameters; the first ones show what the rules check.</summary>
    private const int ShownNames = 3;

    /// <param name="types">The types that are new.</param>
    /// <param name="hasSecrets">Whether a property of them is a secret.</param>
    public static void Rules(this IReport report, IReadOnlyList<EmittedType> types, bool hasSecrets)
    {
        List<(ParamsType Type, Property Property)> parameters =
            [.. types.OfType<ParamsType>().SelectMany(type => type.Properties.Select(property => (type, property)))];
        List<IReadOnlyList<string>> rows = [];
        Add("LAT1001", "requires", [.. Select(property => property.IsRequired)]);
        Add("LAT1002", "knows the values of", [.. types.OfType<EnumType>().Select(type => CSharpNames.Relative(type.Type))]);
        Add("LAT1003", "knows the maximum length of", [.. Select(property => property.MaxLength is not null)]);
        Add("LAT1003", "knows the ids of", [.. Select(property => property.Resource is not null)]);
        Add("LAT1010", "allows only one of", [.. types.OfType<ParamsType>()
            .SelectMany(type => type.Exclusive, (type, group) => $"{CSharpNames.Relative(type.Type)}.{string.Join(" and ", group)}")]);
        Add("LAT1011", "replaces", [.. Select(property => property.Successor is not null), .. types.OfType<EnumType>()
            .SelectMany(type => type.Members.Where(member => member.Successor is not null), (type, member) => Name(type, member.Name))]);
        if (hasSecrets)
        {
            rows.Add(["LAT1004, LAT1005", "protect the secrets below"]);
        }

        if (rows.Count > 0)
        {
            report.Line();
            report.Line("Rules of Lattice.Stripe.Analyzers for the new types:");
            report.Table(["Rule", "What it knows"], rows);
        }

        IEnumerable<string> Select(Func<Property, bool> predicate) => parameters
            .Where(parameter => predicate(parameter.Property))
            .Select(parameter => Name(parameter.Type, parameter.Property.Name));

        void Add(string rule, string verb, IReadOnlyList<string> names)
        {
            if (names.Count > 0)
            {
                string more = names.Count > ShownNames ? $" and {names.Count - ShownNames} more" : "";
                rows.Add([rule, $"{verb} {string.Join(", ", names.Take(ShownNames))}{more}"]);
            }
        }
    }

    private static string Name(EmittedType type, string member) => $"{CSharpNames.Relative(type.Type)}.{member}";
}
