using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Generation;
using Lattice.Spec.Model;
using Lattice.Spec.Naming;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>Compares operations that both sides have: their methods, parameters and responses.</summary>
internal sealed class OperationComparison(SliceModel present, SliceModel newer, ChangeLog log)
{
    private readonly TypeComparison _types = new(present, newer, log);

    public void Compare(GeneratedOperation old, GeneratedOperation @new)
    {
        OperationLocations before = new(present.Slice.Document, old.Operation.Route);
        OperationLocations after = new(newer.Slice.Document, @new.Operation.Route);
        var subject = new Subject(old.Member, old.Name, after.Pointer);
        CompareMethods(old, @new, subject);
        CompareTransport(old.Operation, @new.Operation, subject);
        CompareErrorCodes(old.Operation.ErrorCodes, @new.Operation.ErrorCodes, subject, before, after);
        CompareDocumentation(old.Operation, @new.Operation, subject);
        log.AddDeprecation(
            ChangeRules.OperationDeprecated,
            ChangeRules.OperationNoLongerDeprecated,
            subject,
            old.Operation.Obsolete,
            @new.Operation.Obsolete);

        CompareTypes(old, @new, before, after);
    }

    private void CompareMethods(GeneratedOperation old, GeneratedOperation @new, Subject subject)
    {
        if (old.Member != @new.Member)
        {
            log.AddChanged(ChangeRules.MethodRenamed, subject, old.Member, @new.Member);
        }

        // A call that passes parameters still compiles when they become optional.
        bool hadAndHasParameters = old.Operation.Params is not null && @new.Operation.Params is not null;
        (string before, string after) = (GetParameters(old.Operation), GetParameters(@new.Operation));
        if (before != after && (!hadAndHasParameters || @new.Operation.RequiresParams))
        {
            log.AddChanged(ChangeRules.MethodSignatureChanged, subject, before, after);
        }
    }

    private void CompareTransport(Operation old, Operation @new, Subject subject)
    {
        if (old.Format != @new.Format && old.Params is not null && @new.Params is not null)
        {
            log.AddChanged(ChangeRules.BodyFormatChanged, subject, old.Format.ToString(), @new.Format.ToString());
        }

        if (old.Server != @new.Server)
        {
            log.AddChanged(ChangeRules.ServerChanged, subject, GetServer(old), GetServer(@new));
        }
    }

    private void CompareErrorCodes(
        EquatableArray<string> old, EquatableArray<string> @new, Subject subject, OperationLocations before, OperationLocations after)
    {
        foreach (string code in old.Except(@new))
        {
            log.AddRemoved(ChangeRules.ErrorCodeRemoved, subject with { Pointer = before.GetErrorPointer(code) }, code);
        }

        foreach (string code in @new.Except(old))
        {
            log.AddNew(ChangeRules.ErrorCodeAdded, subject with { Pointer = after.GetErrorPointer(code) }, code);
        }
    }

    private void CompareDocumentation(Operation old, Operation @new, Subject subject)
    {
        log.AddDescription(subject, old.Description, @new.Description);
        foreach ((PathParameter before, PathParameter after) in old.PathParameters.Zip(@new.PathParameters))
        {
            Subject parameter = subject with { Name = before.WireName, Pointer = subject.Pointer + "/parameters" };
            log.AddDescription(parameter, before.Description, after.Description);
        }
    }

    private void CompareTypes(GeneratedOperation old, GeneratedOperation @new, OperationLocations before, OperationLocations after)
    {
        if (old.Operation.Params is { } oldParams && @new.Operation.Params is { } newParams)
        {
            var bodies = new LocationPair(before.Body, after.Body);
            _types.Compare(new TypePair(oldParams, newParams, old.Name, bodies, IsParameter: true));
        }

        if (old.Owner is not ContainerType && @new.Owner is not ContainerType)
        {
            var responses = new LocationPair(before.Response, after.Response);
            _types.Compare(new TypePair(old.Owner.Type, @new.Owner.Type, old.Name, responses, IsParameter: false));
        }
    }

    /// <summary>The C# parameters of the method that callers must pass in addition to the client.</summary>
    private static string GetParameters(Operation operation) =>
        CSharpText.Shorten($"({string.Join(", ", MethodSignature.GetParameters(operation))})");

    private static string GetServer(Operation operation) => operation.Server ?? "the server of all operations";
}
