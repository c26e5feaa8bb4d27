using System.Text;
using Lattice.Generator.Diagnostics;
using Lattice.Generator.Model;
using Lattice.Generator.Reading;
using Lattice.Slice.Names;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Types;

/// <summary>What the generator makes of a slice.</summary>
/// <param name="Methods">The creates, as code calls them.</param>
/// <param name="Types">The names of the types, without the root namespace.</param>
/// <param name="Problems">What it cannot make.</param>
internal sealed record GeneratedTypes(IReadOnlyList<string> Methods, IReadOnlyList<string> Types, IReadOnlyList<string> Problems)
{
    /// <param name="present">A slice whose types are there already.</param>
    public static GeneratedTypes Read(byte[] slice, Spec? present)
    {
        SpecFile file = SpecFile.Load(new SpecText("stripe.json", Encoding.UTF8.GetString(slice)), CancellationToken.None);
        ApiModel model = SpecReader.Read([file], CSharpNames.Root, CancellationToken.None);
        HashSet<string> known = present is null ? [] : PresentTypes.Find(present);
        List<EmittedType> types = [.. model.Groups.SelectMany(group => group.Types)];
        return new GeneratedTypes(
            [.. types.SelectMany(GetMethods).Order(StringComparer.Ordinal)],
            [
                .. from @group in model.Groups
                   where @group.Types[0] is not VersionType && !known.Contains(CSharpNames.Relative(@group.Types[0].Type))
                   from type in @group.Types
                   let name = CSharpNames.Relative(type.Type)
                   orderby name
                   select name,
            ],
            [.. model.Problems.Select(problem => $"{problem.Id}: {ProblemReporter.ToDiagnostic(problem).GetMessage(null)}")]);
    }

    private static IEnumerable<string> GetMethods(EmittedType type) =>
        from operation in type switch
        {
            ObjectType resource => resource.Operations,
            AnswerUnionType resource => resource.Operations,
            OperationsType holder => holder.Operations,
            _ => default,
        }
        let arguments = operation.PathParameters.Select(parameter => parameter.Name).Prepend("client")
        select $"{CSharpNames.Relative(type.Type)}.{operation.Method}Async({string.Join(", ", operation.Params is { } parameters
            ? arguments.Append($"new {parameters.Name} {{ … }}")
            : arguments)})";
}
