using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Calls.Results;

/// <summary>
/// Numbers what can hold a result, or say something about one: local variables, parameters, fields, and properties of them, and the
/// results of calls that are not stored.
/// </summary>
internal sealed class Variables(ResultSources sources)
{
    private const int This = -1;
    private const int None = -2;

    private readonly Dictionary<(int Parent, object Member), int> _numbers = [];
    private readonly List<(int Parent, bool IsShared)> _variables = [];
    private readonly Dictionary<CaptureId, IOperation?> _captures = [];

    public ResultSources Sources { get; } = sources;

    private StripeTypes Types => Sources.Types;

    /// <summary>Registers the values that the graph of a method stores between its blocks.</summary>
    public void Add(ControlFlowGraph graph)
    {
        foreach (BasicBlock block in graph.Blocks)
        {
            foreach (IOperation operation in block.Operations)
            {
                if (operation is IFlowCaptureOperation capture)
                {
                    // Several captures with one id are the branches of a conditional expression.
                    _captures[capture.Id] = _captures.ContainsKey(capture.Id) ? null : capture.Value;
                }
            }
        }
    }

    /// <summary>The number of a stored value that differs from path to path; one that does not is resolved instead.</summary>
    public int? Find(CaptureId capture) =>
        _captures.TryGetValue(capture, out IOperation? value) && value is null ? GetNumber(None, capture, isShared: false) : null;

    /// <summary>The expression itself, without conversions; for a stored value, the expression that was stored.</summary>
    public IOperation Resolve(IOperation value)
    {
        while (true)
        {
            value = value.Unwrap();
            switch (value)
            {
                case IFlowCaptureReferenceOperation reference
                    when _captures.TryGetValue(reference.Id, out IOperation? captured) && captured is not null:
                    value = captured;
                    break;
                case ISimpleAssignmentOperation assignment:
                    value = assignment.Target;
                    break;
                default:
                    return value;
            }
        }
    }

    /// <summary>The number of a result.</summary>
    public int? FindResult(IOperation? value)
    {
        if (value is null || !Types.IsResult(value.Type))
        {
            return null;
        }

        IOperation resolved = Resolve(value);
        return Sources.IsNew(resolved) ? GetNumber(None, resolved.Syntax, isShared: false) : FindVariable(resolved);
    }

    /// <summary>The number of a variable of any type.</summary>
    public int? FindVariable(IOperation? value)
    {
        switch (value is null ? null : Resolve(value))
        {
            case ILocalReferenceOperation local:
                return FindLocal(local.Local);
            case IParameterReferenceOperation parameter:
                return FindLocal(parameter.Parameter);
            case IFlowCaptureReferenceOperation capture:
                return GetNumber(None, capture.Id, isShared: false);
            case IFieldReferenceOperation field:
                return FindMember(field, field.Field);
            case IPropertyReferenceOperation { Arguments.IsEmpty: true } property when !Types.IsResult(property.Property.ContainingType):
                return FindMember(property, property.Property);
            default:
                return null;
        }
    }

    public int? FindLocal(ISymbol variable) =>
        Sources.Locals.IsAssignedInFunction(variable)
            ? null
            : GetNumber(None, variable, variable is IParameterSymbol { RefKind: not RefKind.None } || Sources.Locals.IsCaptured(variable));

    /// <summary>Whether other methods can change or check a variable.</summary>
    public bool IsShared(int variable) => _variables[variable].IsShared;

    /// <summary>Whether a variable is another one, or a member of it.</summary>
    public bool IsWithin(int variable, int other)
    {
        for (int current = variable; current >= 0; current = _variables[current].Parent)
        {
            if (current == other)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The number of a member of a variable.</summary>
    public int FindMember(int variable, ISymbol member) => GetNumber(variable, member, isShared: true);

    private int? FindMember(IMemberReferenceOperation reference, ISymbol member)
    {
        int? parent = reference.Instance switch
        {
            null => None,
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => This,
            { } instance => FindVariable(instance),
        };
        return parent is { } number ? FindMember(number, member) : null;
    }

    private int GetNumber(int parent, object member, bool isShared)
    {
        if (!_numbers.TryGetValue((parent, member), out int number))
        {
            number = _variables.Count;
            _numbers.Add((parent, member), number);
            _variables.Add((parent, isShared));
        }

        return number;
    }
}
