using System.Text.Json.Nodes;
using Lattice.Spec.Model;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Spec;
using Lattice.Stripe.Testing.Storage;

namespace Lattice.Stripe.Testing.Operations;

/// <summary>Updates an object, or carries out an action on it.</summary>
internal static class Change
{
    private const string UpdateVerb = "update";

    public static OperationOutcome Run(OperationCall call)
    {
        bool isUpdate = call.Operation.Objects.Kind == OperationKind.Update;
        if (!call.HasOwnId && !isUpdate)
        {
            // The action returns another object than the one in its path.
            return call.PathIds.Count > 0
                ? Creation.Run(call)
                : new OperationOutcome(ResourceWriter.Write(call.Operation.Response, call.GetSentWithPath(), call.Metadata));
        }

        StoredObject? known = call.HasOwnId
            ? call.Objects.Find(call.Operation.Objects.Kinds, call.PathIds[^1])
            : Singletons.Find(call);
        if (known is null ? IsMissing(call) : known.IsDeleted || !PathObjects.BelongsToParents(call, known))
        {
            return call.FailWithoutOwn();
        }

        string verb = isUpdate ? UpdateVerb : call.Operation.Path.LastLiteral!;
        JsonObject? state = known is null ? null : known.Read();
        if (state is not null && Transitions.FindError(known!.Kind, verb, state) is { } error)
        {
            return error;
        }

        StoredObject stored = known ?? Generate(call);
        return Apply(call, stored, state ?? stored.Read(), verb, isNew: known is null);
    }

    /// <summary>Whether the object exists with its parent, because its id is a name: a capability of an account.</summary>
    public static bool IsNamed(OperationCall call) => call.Operation.Objects.Kinds is ["capability"];

    private static bool IsMissing(OperationCall call)
        => call.HasOwnId && !call.Objects.KeepsNothing && !IsNamed(call) && call.Operation.Objects.Kinds.Any(call.Index.Keeps);

    private static OperationOutcome Apply(OperationCall call, StoredObject stored, JsonObject state, string verb, bool isNew)
    {
        ParameterNode sent = Transitions.WithoutAmounts(call.Sent, verb);
        ObjectMerge.Apply(state, Generate(call, stored.Schema, sent), sent, stored.Schema);
        Transitions.Apply(state, stored, verb, call);

        StoredObject changed = stored.With(state);
        call.Objects.Put(changed);
        bool hasChangedElements = ListElements.Apply(call, changed, call.Sent);
        if (isNew || hasChangedElements || !changed.Json.AsSpan().SequenceEqual(stored.Json))
        {
            call.Report(isNew ? ChangeKind.Created : ChangeKind.Updated, changed);
        }

        return OperationOutcome.Of(ResourceWriter.Write(changed, call.Metadata));
    }

    /// <summary>Generates the object that the path names, as it was before the request.</summary>
    private static StoredObject Generate(OperationCall call)
    {
        ParameterNode path = (call with { Sent = ParameterNode.Root() }).GetSentWithPath();
        Schema response = ResourceWriter.CaseOf(call.Operation.Response, call.Metadata);
        string id = call.PathIds is [.., var last] ? last : "";
        Schema schema = Expansion.FindCase(call.Operation.Objects.Schemas, id) ?? response;
        byte[] json = ResourceWriter.Write(schema, path, call.UnexpandedMetadata).Json;
        return call.HasOwnId ? StoredObject.Create(
                call.Objects.Scope,
                ObjectSchemas.KindOf(schema) ?? call.Operation.Objects.Kinds[0],
                id,
                schema,
                json,
                call.Parents)
            : Singletons.Create(call, schema, json);
    }

    /// <summary>Generates an object with the parameters, from which those that fit are merged into the existing one.</summary>
    private static JsonObject Generate(OperationCall call, Schema schema, ParameterNode sent)
        => JsonNode.Parse(ResourceWriter.Write(schema, sent, call.UnexpandedMetadata).Json)!.AsObject();
}
