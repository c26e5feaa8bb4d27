using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Generation;
using Lattice.Spec.Model;
using Lattice.Spec.Naming;
using Lattice.Spec.Stripe;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>Compares operations that both sides have: their methods, parameters and responses.</summary>
internal sealed class OperationComparison(SliceModel present, SliceModel newer, ChangeLog log)
{
    private readonly TypeComparison _types = new(present, newer, log);

    public void Compare(GeneratedOperation old, GeneratedOperation @new)
    {
        OperationLocations before = new(present.Slice.Document, old.Operation);
        OperationLocations after = new(newer.Slice.Document, @new.Operation);
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
        if (old.Operation.Kind != @new.Operation.Kind)
        {
            (string was, string @is) = (old.Operation.Kind.GetNameWithArticle(), @new.Operation.Kind.GetNameWithArticle());
            log.AddChanged(ChangeRules.OperationKindChanged, subject, was, @is);
        }

        if (old.Member != @new.Member)
        {
            log.AddChanged(ChangeRules.MethodRenamed, subject, old.Member, @new.Member);
        }

        CompareResults(old, @new, subject);
        // A call that passes parameters still compiles when they become optional.
        bool hadAndHasParameters = old.Operation.Params is not null && @new.Operation.Params is not null;
        (string before, string after) = (GetParameters(old.Operation), GetParameters(@new.Operation));
        if (before != after && (!hadAndHasParameters || @new.Operation.RequiresParams))
        {
            log.AddChanged(ChangeRules.MethodSignatureChanged, subject, before, after);
        }
    }

    private void CompareResults(GeneratedOperation old, GeneratedOperation @new, Subject subject)
    {
        // If both return the class itself, its name is that of the method.
        bool isOwn = old.IsOwnResult && @new.IsOwnResult;
        (string before, string after) = (GetResult(old.Operation), GetResult(@new.Operation));
        if (before != after && !isOwn)
        {
            log.AddChanged(ChangeRules.MethodResultChanged, subject, before, after);
        }

        if (old.AllMember is { } removed && @new.AllMember is null)
        {
            log.AddChanged(ChangeRules.PagingRemoved, subject, removed);
        }
        else if (old.AllMember is null && @new.AllMember is { } added)
        {
            log.AddChanged(ChangeRules.PagingAdded, subject, @new: added);
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
            var parameters = new LocationPair(before.Parameters, after.Parameters);
            _types.Compare(new TypePair(oldParams, newParams, old.Name, parameters, IsParameter: true));
        }

        if (old.Operation.Result?.Leaf.Type is { } oldResult && @new.Operation.Result?.Leaf.Type is { } newResult)
        {
            var responses = new LocationPair(before.Response, after.Response);
            _types.Compare(new TypePair(oldResult, newResult, old.Name, responses, IsParameter: false));
        }
    }

    /// <summary>The C# parameters of the method that callers must pass in addition to the client.</summary>
    private static string GetParameters(Operation operation) =>
        CSharpText.Shorten($"({string.Join(", ", MethodSignature.GetParameters(operation))})");

    private static string GetResult(Operation operation) => operation.Result is { } result ? CSharpText.Of(result) : "StripeEmpty";

    private static string GetServer(Operation operation) => operation.Server ?? "the server of all operations";
}
