using System.Globalization;
using System.Text.Json;
using Lattice.Generator.Diagnostics;
using Lattice.Generator.Model;
using Lattice.Generator.Reading;
using Lattice.Slice.Checking.Places;
using Lattice.Slice.Names;
using Lattice.Slice.Specifications;
using Microsoft.CodeAnalysis;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>One side of the comparison: a slice as the generator reads it, and as it is written.</summary>
internal sealed class CheckedSlice
{
    private readonly Dictionary<TypeName, EmittedType> _types;
    private readonly PointerLocator _locator;

    private CheckedSlice(string text, JsonElement json, ApiModel model)
    {
        _locator = new PointerLocator(text);
        Root = new SchemaPlace("", json);
        _types = model.Groups.SelectMany(group => group.Types).ToDictionary(type => type.Type);
        Operations = new SortedDictionary<string, OwnedOperation>(
            _types.Values.SelectMany(GetOperations).ToDictionary(operation => operation.Operation.Route), StringComparer.Ordinal);
        Problems = model.Problems;
    }

    public string Version => _types.Values.First().Spec.Version;

    public SchemaPlace Root { get; }

    /// <summary>The creates by their routes.</summary>
    public IReadOnlyDictionary<string, OwnedOperation> Operations { get; }

    /// <summary>What the generator would report.</summary>
    public EquatableArray<Problem> Problems { get; }

    /// <exception cref="CommandFailedException">The generator cannot read it.</exception>
    public static CheckedSlice Read(Spec slice, CancellationToken cancellationToken)
    {
        string text = slice.Root.GetRawText();
        SpecFile file = SpecFile.Load(new SpecText(slice.Name, text), cancellationToken);
        ApiModel model = SpecReader.Read([file], CSharpNames.Root, cancellationToken);
        return model.Groups.Count > 0
            ? new CheckedSlice(text, slice.Root, model)
            : throw new CommandFailedException($"{slice.Name} cannot be compared. {GetMessage(model.Problems[0])}");
    }

    public EmittedType Get(TypeName type) => _types[type];

    /// <summary>The JSON Pointer of the place that a problem names.</summary>
    public string Locate(Problem problem) => _locator.Find(problem);

    /// <summary>What the compiler would say of a problem.</summary>
    public static string GetMessage(Problem problem) => ProblemReporter.ToDiagnostic(problem).GetMessage(CultureInfo.InvariantCulture);

    /// <summary>Whether the build shows it without being asked to.</summary>
    public static bool IsWarning(Problem problem) => Descriptors.ById[problem.Id].DefaultSeverity >= DiagnosticSeverity.Warning;

    private static IEnumerable<OwnedOperation> GetOperations(EmittedType type)
    {
        EquatableArray<Operation> operations = type switch
        {
            ObjectType @object => @object.Operations,
            AnswerUnionType union => union.Operations,
            OperationsType holder => holder.Operations,
            _ => default,
        };
        return operations.Select(operation => new OwnedOperation(type, operation));
    }
}

/// <param name="Owner">The class that has the operation.</param>
internal sealed record OwnedOperation(EmittedType Owner, Operation Operation)
{
    /// <summary>The operation as slice.json names it.</summary>
    public string Name => $"POST {Operation.Route}";

    /// <summary>The method that throws, as a user calls it.</summary>
    public string Member => $"{CSharpNames.Relative(Owner.Type)}.{Operation.Method}Async";
}
