using System.Collections.Immutable;
using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Secrets.Flow;

/// <content>Reads and assignments of variables and members.</content>
internal sealed partial class SecretFlow
{
    /// <summary>The key of an element, if it is constant.</summary>
    private static object? GetKey(ImmutableArray<IOperation> indices) =>
        indices.Length == 1 && indices[0].SkipConversions().ConstantValue is { HasValue: true, Value: { } key } ? key : null;

    private static object? GetKey(IPropertyReferenceOperation indexer) =>
        indexer.Arguments.Length == 1 ? GetKey(ImmutableArray.Create(indexer.Arguments[0].Value)) : null;

    private static string GetName(IMemberReferenceOperation member) =>
        (member is IFieldReferenceOperation { Field.CorrespondingTupleField: { } field } ? field : member.Member).Name;

    private Traces EvaluateMember(IMemberReferenceOperation member)
    {
        if (member is IMethodReferenceOperation)
        {
            return EvaluateDelegate(member);
        }

        Traces instance = Evaluate(member.Instance);
        if (member is not IPropertyReferenceOperation property)
        {
            return instance.OfMember(GetName(member), member);
        }

        EvaluateAll(property.Arguments);
        if (SecretTypes.IsSecretOfResource(property.Property, _types))
        {
            return Traces.Of(Trace.Start(TraceKind.Secret, property));
        }

        if (property.Property.IsStatic)
        {
            return property.Property is { Name: "Out" or "Error", ContainingType: { } type } && type.Is("System.Console")
                ? Traces.Of(Trace.Start(TraceKind.Console, property))
                : Traces.None;
        }

        return property.Arguments.IsEmpty
            ? instance.OfMember(property.Property.Name, property).Union(TextPassing.Pass(property, instance))
            : instance.OfElement(GetKey(property), property);
    }

    private Traces EvaluateAssignment(ISimpleAssignmentOperation assignment)
    {
        EvaluateTarget(assignment.Target);
        Traces value = Evaluate(assignment.Value);
        Assign(assignment.Target, value);
        return value;
    }

    private Traces EvaluateAssignment(ICompoundAssignmentOperation assignment)
    {
        Traces value = Evaluate(assignment.Target).Union(Evaluate(assignment.Value));
        value = assignment.OperatorKind is BinaryOperatorKind.Add or BinaryOperatorKind.Concatenate ? value.InText() : Traces.None;
        Assign(assignment.Target, value);
        return value;
    }

    /// <summary>Evaluates what an assigned member belongs to, without reading the member.</summary>
    private void EvaluateTarget(IOperation target)
    {
        switch (target.SkipConversions())
        {
            case IMemberReferenceOperation or IArrayElementReferenceOperation:
                EvaluateAll(target.SkipConversions().ChildOperations);
                break;
            case ITupleOperation tuple:
                foreach (IOperation element in tuple.Elements)
                {
                    EvaluateTarget(element);
                }

                break;
        }
    }

    private void Assign(IOperation target, Traces value)
    {
        IOperation assigned = target.SkipConversions();
        if (_isForSinks && !value.IsEmpty
            && assigned is IMemberReferenceOperation or IArrayElementReferenceOperation)
        {
            _sinks.VisitAssignment(assigned, value, this);
        }

        switch (assigned)
        {
            case ILocalReferenceOperation local:
                _state.Set(local.Local, value);
                break;
            case IParameterReferenceOperation parameter:
                _state.Set(parameter.Parameter, value);
                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, value);
                break;
            case ITupleOperation tuple:
                for (int i = 0; i < tuple.Elements.Length; i++)
                {
                    Assign(tuple.Elements[i], value.OfMember(GetTupleField(i), tuple.Elements[i]));
                }

                break;
            case IFlowCaptureReferenceOperation reference:
                if (_captured.TryGetValue(reference.Id, out IOperation? captured) && captured is not null)
                {
                    Assign(captured, value);
                }

                break;
            case IPropertyReferenceOperation { Arguments.IsEmpty: false } indexer:
                Replace(indexer.Instance, TracePath.ElementAt(GetKey(indexer)), value);
                break;
            case IMemberReferenceOperation member:
                Replace(member.Instance, TracePath.Member(member.Instance?.Type, GetName(member)), value);
                break;
            case IArrayElementReferenceOperation element:
                Replace(element.ArrayReference, TracePath.ElementAt(GetKey(element.Indices)), value);
                break;
        }
    }

    /// <summary>Assigns a member or an element of the object in a variable.</summary>
    private void Replace(IOperation? instance, string segment, Traces value)
    {
        if (segment != TracePath.AnyElement && instance?.SkipConversions() is ILocalReferenceOperation local)
        {
            _state.Set(local.Local, _state[local.Local].Without(segment));
        }

        AddTo(instance, value.Within(segment));
    }

    /// <summary>Adds to what is known about the object that an expression refers to.</summary>
    private void AddTo(IOperation? instance, Traces traces)
    {
        IOperation? current = instance;
        while (current is not null && !traces.IsEmpty)
        {
            switch (current.SkipConversions())
            {
                case ILocalReferenceOperation local:
                    _state.Add(local.Local, traces);
                    return;
                case IParameterReferenceOperation parameter:
                    _state.Add(parameter.Parameter, traces);
                    return;
                case IFlowCaptureReferenceOperation reference:
                    _state.Add(reference.Id, traces);
                    current = _captured.TryGetValue(reference.Id, out IOperation? captured) ? captured : null;
                    break;
                case IInvocationOperation call when TextPassing.ReturnsItsReceiver(call.TargetMethod):
                    current = call.GetReceiver();
                    break;
                case IMemberReferenceOperation { Instance: { } owner } member:
                    traces = traces.Within(TracePath.Member(owner.Type, GetName(member)));
                    current = owner;
                    break;
                default:
                    return;
            }
        }
    }

    private void AssignPattern(IPatternOperation pattern, Traces value)
    {
        switch (pattern)
        {
            case IDeclarationPatternOperation { DeclaredSymbol: { } variable }:
                _state.Set(variable, value);
                break;
            case IRecursivePatternOperation recursive:
                if (recursive.DeclaredSymbol is { } declared)
                {
                    _state.Set(declared, value);
                }

                foreach (IPropertySubpatternOperation property in recursive.PropertySubpatterns)
                {
                    AssignPattern(property.Pattern, property.Member switch
                    {
                        IPropertyReferenceOperation secret when SecretTypes.IsSecretOfResource(secret.Property, _types) =>
                            Traces.Of(Trace.Start(TraceKind.Secret, secret)),
                        IMemberReferenceOperation member => value.OfMember(GetName(member), member),
                        _ => Traces.None,
                    });
                }

                for (int i = 0; i < recursive.DeconstructionSubpatterns.Length; i++)
                {
                    AssignPattern(recursive.DeconstructionSubpatterns[i], value.OfMember(GetTupleField(i), recursive));
                }

                break;
            case IBinaryPatternOperation binary:
                AssignPattern(binary.LeftPattern, value);
                AssignPattern(binary.RightPattern, value);
                break;
        }
    }
}
