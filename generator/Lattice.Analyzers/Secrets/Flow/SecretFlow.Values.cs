using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Secrets.Flow;

/// <content>What is known about the value of an expression.</content>
internal sealed partial class SecretFlow
{
    // Deeper expressions are those of generated code.
    private const int MaxDepth = 500;

    private readonly Dictionary<CaptureId, IOperation?> _captured = [];
    private int _depth;

    /// <summary>The expression without conversions, and instead of an intermediate value of the compiler what it was computed by.</summary>
    public IOperation? Resolve(IOperation? operation)
    {
        IOperation? resolved = operation?.SkipConversions();
        return resolved is IFlowCaptureReferenceOperation reference
            ? _captured.TryGetValue(reference.Id, out IOperation? value) ? Resolve(value) : null
            : resolved;
    }

    private Traces Evaluate(IOperation? operation)
    {
        if (operation is null || _depth > MaxDepth)
        {
            return Traces.None;
        }

        _depth++;
        Traces traces = EvaluateCore(operation);
        _depth--;
        traces = TextPassing.CanHold(operation.Type) ? traces : Traces.None;
        _values[operation] = traces;
        return traces;
    }

    private Traces EvaluateCore(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local:
                return _state[local.Local].ReadAt(local);
            case IParameterReferenceOperation parameter:
                return _state[parameter.Parameter].ReadAt(parameter);
            case IFlowCaptureReferenceOperation reference:
                return _state[reference.Id];
            case IFlowCaptureOperation capture:
                return EvaluateCapture(capture);
            case IInvocationOperation call:
                return EvaluateCall(call);
            case IObjectCreationOperation creation:
                return EvaluateCreation(creation);
            case IMemberReferenceOperation member:
                return EvaluateMember(member);
            case ISimpleAssignmentOperation assignment:
                return EvaluateAssignment(assignment);
            case ICompoundAssignmentOperation assignment:
                return EvaluateAssignment(assignment);
            case IDeconstructionAssignmentOperation assignment:
                EvaluateTarget(assignment.Target);
                Traces deconstructed = Evaluate(assignment.Value);
                Assign(assignment.Target, deconstructed);
                return deconstructed;
            case IConversionOperation conversion:
                Traces operand = Evaluate(conversion.Operand);
                return conversion.OperatorMethod is null ? operand
                    : TextPassing.PassesConversion(conversion.Type) ? operand.InText() : Traces.None;
            case IBinaryOperation binary:
                Traces operands = Evaluate(binary.LeftOperand).Union(Evaluate(binary.RightOperand));
                return binary.OperatorKind is BinaryOperatorKind.Add or BinaryOperatorKind.Concatenate ? operands.InText() : Traces.None;
            case IInterpolatedStringOperation text:
                return EvaluateAll(text.Parts).InText();
            case IInterpolationOperation interpolation:
                return Evaluate(interpolation.Expression);
            case IAnonymousObjectCreationOperation or ITupleOperation or IArrayCreationOperation:
                return EvaluateComposite(operation);
            case IArrayElementReferenceOperation element:
                EvaluateAll(element.Indices);
                return Evaluate(element.ArrayReference).OfElement(GetKey(element.Indices), element);
            case IImplicitIndexerReferenceOperation indexer:
                Traces indexed = Evaluate(indexer.Instance);
                return ShortText.IsShort(indexer.Argument) ? Traces.None : indexed.InText();
            case IIsPatternOperation pattern:
                AssignPattern(pattern.Pattern, Evaluate(pattern.Value));
                return Traces.None;
            case IDelegateCreationOperation or IFlowAnonymousFunctionOperation or IMethodReferenceOperation:
                return EvaluateDelegate(operation);
            case IAwaitOperation or IExpressionStatementOperation or IParenthesizedOperation or IArgumentOperation or IReturnOperation
                or ITranslatedQueryOperation or IDeclarationExpressionOperation:
                return EvaluateAll(operation.ChildOperations);
            default:
                Traces children = EvaluateAll(operation.ChildOperations, out Traces elements);
                return IsCollection(operation) ? elements : children.Where(_ => false);
        }
    }

    private Traces EvaluateCapture(IFlowCaptureOperation capture)
    {
        Traces traces = Evaluate(capture.Value);
        _state.Set(capture.Id, traces);
        _captured[capture.Id] = _captured.TryGetValue(capture.Id, out IOperation? other) && !ReferenceEquals(other, capture.Value)
            ? null // On another path it is something else.
            : capture.Value;
        return traces;
    }

    private Traces EvaluateAll(IEnumerable<IOperation> operations) =>
        operations.Aggregate(Traces.None, (traces, operation) => traces.Union(Evaluate(operation)));

    private Traces EvaluateAll(IEnumerable<IOperation> operations, out Traces elements)
    {
        Traces all = EvaluateAll(operations);
        elements = all.Within(TracePath.AnyElement);
        return all;
    }

    private Traces EvaluateComposite(IOperation operation)
    {
        Traces traces = Traces.None;
        switch (operation)
        {
            case IAnonymousObjectCreationOperation anonymous:
                foreach (ISimpleAssignmentOperation member in anonymous.Initializers.OfType<ISimpleAssignmentOperation>())
                {
                    string name = (member.Target as IPropertyReferenceOperation)?.Property.Name ?? "";
                    traces = traces.Union(Evaluate(member.Value).Within(TracePath.Member(anonymous.Type, name)));
                }

                break;
            case ITupleOperation tuple:
                for (int i = 0; i < tuple.Elements.Length; i++)
                {
                    traces = traces.Union(Evaluate(tuple.Elements[i]).Within(TracePath.Member(tuple.Type, GetTupleField(i))));
                }

                break;
            case IArrayCreationOperation { Initializer: { } initializer } array:
                for (int i = 0; i < initializer.ElementValues.Length; i++)
                {
                    traces = traces.Union(Evaluate(initializer.ElementValues[i]).Within(TracePath.ElementAt(i)));
                }

                EvaluateAll(array.DimensionSizes);
                break;
        }

        return traces;
    }

    // The compiler this is built with does not know collection expressions; newer ones have a kind of operation for them.
    private static bool IsCollection(IOperation operation) => operation.Kind is OperationKind.None or (OperationKind)127;

    private static string GetTupleField(int index) => $"Item{index + 1}";
}
