using System.Text.Json.Nodes;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Spec;
using Lattice.Stripe.Testing.Storage;

namespace Lattice.Stripe.Testing.Operations;

/// <summary>Deletes an object.</summary>
internal static class Deletion
{
    /// <summary>What a DELETE does to an object that has an end instead, such as a subscription.</summary>
    private const string Verb = "cancel";

    public static OperationOutcome Run(OperationCall call)
    {
        if (!call.HasOwnId)
        {
            return DeleteField(call);
        }

        StoredObject? stored = call.Objects.Find(call.Operation.Objects.Kinds, call.PathIds[^1]);
        if (stored is null && (call.Objects.KeepsNothing || !call.Operation.Objects.Kinds.Any(call.Index.Keeps)))
        {
            return Respond(call);
        }

        if (stored is null or { IsDeleted: true } || !PathObjects.BelongsToParents(call, stored))
        {
            return call.FailWithoutOwn();
        }

        return FindDeleted(call, stored.Kind) is { } deleted ? Delete(call, stored, deleted)
            : stored.Schema.Find("status")?.Schema.Values.Contains("canceled") == true ? Cancel(call, stored)
            : Remove(call, stored);
    }

    /// <summary>The form of a deleted object of a kind; null if the operation returns the object as it was.</summary>
    private static Schema? FindDeleted(OperationCall call, string kind)
    {
        IReadOnlyList<Schema> deleted = call.Operation.Objects.Deleted;
        return deleted.FirstOrDefault(schema => ObjectSchemas.KindOf(schema) == kind) ?? (deleted is [var only, ..] ? only : null);
    }

    private static OperationOutcome Delete(OperationCall call, StoredObject stored, Schema deleted)
    {
        ParameterNode identity = ParameterNode.Root();
        identity.FindOrAdd("id").Value = stored.Id;
        identity.FindOrAdd("object").Value = stored.Kind;
        byte[] json = ResourceWriter.Write(deleted, identity, call.UnexpandedMetadata).Json;
        call.Objects.Put(stored.Delete(json));
        call.Report(ChangeKind.Deleted, stored);
        return OperationOutcome.Of(json);
    }

    private static OperationOutcome Cancel(OperationCall call, StoredObject stored)
    {
        JsonObject state = stored.Read();
        if (Transitions.FindError(stored.Kind, Verb, state) is { } error)
        {
            return error;
        }

        Transitions.Apply(state, stored, Verb, call);
        StoredObject canceled = stored.With(state);
        call.Objects.Put(canceled);
        call.Report(ChangeKind.Deleted, canceled);
        return OperationOutcome.Of(ResourceWriter.Write(canceled, call.Metadata));
    }

    private static OperationOutcome Remove(OperationCall call, StoredObject stored)
    {
        byte[] json = ResourceWriter.Write(stored, call.Metadata);
        call.Objects.Remove(stored);
        call.Report(ChangeKind.Deleted, stored);
        return OperationOutcome.Of(json);
    }

    /// <summary>Deletes the part of its parent that the path ends in, such as a customer's discount.</summary>
    private static OperationOutcome DeleteField(OperationCall call)
    {
        if (Singletons.Find(call) is { } singleton)
        {
            call.Objects.Remove(singleton);
        }

        int last = call.PathIds.Count - 1;
        string? field = call.Operation.Path.LastLiteral;
        if (last >= 0 && field is not null
            && call.Objects.Find(call.Index.FindKinds(call.Operation.Path, last), call.PathIds[last]) is { IsDeleted: false } parent
            && parent.Schema.Find(field)?.Schema.Nullable == true)
        {
            JsonObject state = parent.Read();
            state[field] = null;
            call.Objects.Put(parent.With(state));
        }

        return Respond(call);
    }

    private static OperationOutcome Respond(OperationCall call)
        => new(ResourceWriter.Write(call.Operation.Response, call.GetSentWithPath(), call.Metadata));
}
