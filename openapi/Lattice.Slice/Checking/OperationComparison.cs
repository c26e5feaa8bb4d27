using Lattice.Generator.Model;

namespace Lattice.Slice.Checking;

/// <summary>Compares operations that are on both sides: how they are called, what they take and what they answer.</summary>
internal sealed class OperationComparison(CheckedSlice present, CheckedSlice newer, ChangeLog log)
{
    private readonly TypeComparison _types = new(present, newer, log);

    public void Compare(OwnedOperation old, OwnedOperation @new)
    {
        OperationPlaces before = new(present.Root, old.Operation.Route);
        OperationPlaces after = new(newer.Root, @new.Operation.Route);
        var call = new Call(old, @new, $"POST {old.Operation.Route}", after.Post.Pointer);
        CompareMethods(call);
        CompareSending(call);
        CompareErrorCodes(call, before, after);
        CompareDocumentation(call, before, after);
        if (old.Operation.Params is { } oldParams && @new.Operation.Params is { } newParams)
        {
            _types.Compare(new TypePair(oldParams, newParams, call.Name, new PlacePair(before.Body, after.Body), IsParameter: true));
        }

        if (old.Owner is not OperationsType && @new.Owner is not OperationsType)
        {
            _types.Compare(new TypePair(old.Owner.Type, @new.Owner.Type, call.Name, new PlacePair(before.Answer, after.Answer), IsParameter: false));
        }
    }

    private void CompareMethods(Call call)
    {
        if (call.Old.Member != call.New.Member)
        {
            log.AddChanged(ChangeKind.MethodRenamed, call.Member, call.Name, call.Pointer, call.Old.Member, call.New.Member);
        }

        string old = GetParameters(call.Old.Operation);
        string @new = GetParameters(call.New.Operation);

        // Parameters that may be left out from now on do not stop a call that gives them.
        if (old != @new && (call.Old.Operation.Params is null || call.New.Operation.Params is null || call.New.Operation.RequiresParams))
        {
            log.AddChanged(ChangeKind.MethodSignatureChanged, call.Member, call.Name, call.Pointer, old, @new);
        }
    }

    private void CompareSending(Call call)
    {
        (Operation old, Operation @new) = (call.Old.Operation, call.New.Operation);
        if (old.Format != @new.Format && old.Params is not null && @new.Params is not null)
        {
            log.AddChanged(ChangeKind.BodyFormatChanged, call.Member, call.Name, call.Pointer + "/requestBody", old.Format.ToString(), @new.Format.ToString());
        }

        if (old.Server != @new.Server)
        {
            log.AddChanged(ChangeKind.ServerChanged, call.Member, call.Name, call.Pointer, GetServer(old), GetServer(@new));
        }
    }

    private void CompareErrorCodes(Call call, OperationPlaces old, OperationPlaces @new)
    {
        foreach (string code in call.Old.Operation.ErrorCodes.Except(call.New.Operation.ErrorCodes))
        {
            log.AddGone(ChangeKind.ErrorCodeRemoved, call.Member, call.Name, old.GetErrorPointer(code), code);
        }

        foreach (string code in call.New.Operation.ErrorCodes.Except(call.Old.Operation.ErrorCodes))
        {
            log.AddNew(ChangeKind.ErrorCodeAdded, call.Member, call.Name, @new.GetErrorPointer(code), code);
        }
    }

    private void CompareDocumentation(Call call, OperationPlaces old, OperationPlaces @new)
    {
        if (@new.IsDeprecated && !old.IsDeprecated)
        {
            log.AddNew(ChangeKind.OperationDeprecated, call.Member, call.Name, call.Pointer);
        }

        log.AddDescription(call.Member, call.Name, call.Pointer, call.Old.Operation.Description, call.New.Operation.Description);
        foreach ((PathParameter before, PathParameter after) in call.Old.Operation.PathParameters.Zip(call.New.Operation.PathParameters))
        {
            log.AddDescription(call.Member, before.WireName, call.Pointer + "/parameters", before.Description, after.Description);
        }
    }

    /// <summary>What a call of the method has to give besides the client, as C# says it.</summary>
    private static string GetParameters(Operation operation)
    {
        IEnumerable<string> path = operation.PathParameters.Select(parameter => $"string {parameter.Name}");
        IEnumerable<string> body = operation.Params is { } type ? [operation.RequiresParams ? $"{type.Name} parameters" : $"{type.Name}? parameters = null"] : [];
        return $"({string.Join(", ", path.Concat(body))})";
    }

    private static string GetServer(Operation operation) => operation.Server ?? "the server of all operations";

    /// <param name="Name">The method and the path.</param>
    private sealed record Call(OwnedOperation Old, OwnedOperation New, string Name, string Pointer)
    {
        public string Member => Old.Member;
    }
}
