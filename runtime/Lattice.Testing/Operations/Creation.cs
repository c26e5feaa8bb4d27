using System.Text.Json;
using Lattice.Stripe.Testing.Errors;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Spec;
using Lattice.Stripe.Testing.Storage;

namespace Lattice.Stripe.Testing.Operations;

/// <summary>Creates an object.</summary>
internal static class Creation
{
    public static OperationOutcome Run(OperationCall call)
    {
        Schema schema = ResourceWriter.CaseOf(call.Operation.Response, call.Metadata);
        ParameterNode sent = call.GetSentWithPath();
        if (ObjectSchemas.KindOf(schema) is { } kind && call.Sent.Find("id") is { Value: { } id }
            && call.Objects.Find(kind, id) is { IsDeleted: false })
        {
            return ApiError.AlreadyExists(kind);
        }

        AccountForm.AddRequirements(schema, sent);
        FileUpload.AddProperties(schema, sent);
        WrittenResource written = ResourceWriter.Write(schema, sent, call.UnexpandedMetadata);
        if (Find(written.Json, schema, call) is not { } created)
        {
            return OperationOutcome.Of(ResourceWriter.WriteAgain(written.Json, schema, call.Metadata), written.Link);
        }

        call.Objects.Put(created);
        call.Report(ChangeKind.Created, created);
        ListElements.Apply(call, created, sent);
        return OperationOutcome.Of(ResourceWriter.Write(created, call.Metadata), written.Link);
    }

    /// <summary>The object in a response; null if it has no id.</summary>
    public static StoredObject? Find(byte[] json, Schema schema, OperationCall call)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("id", out JsonElement id)
            && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 } text
            ? StoredObject.Create(
                call.Objects.Scope,
                ObjectSchemas.KindOf(schema) ?? call.Operation.Objects.Kinds[0],
                text,
                schema,
                json,
                call.Parents)
            : null;
    }
}
