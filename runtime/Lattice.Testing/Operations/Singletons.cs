using Lattice.Stripe.Testing.Spec;
using Lattice.Stripe.Testing.Storage;

namespace Lattice.Stripe.Testing.Operations;

/// <summary>Objects of which an account or a parent has one, such as tax settings: their path identifies them.</summary>
internal static class Singletons
{
    /// <summary>The kind under which they are kept, so that they are in no list.</summary>
    private const string Kind = "/";

    public static StoredObject? Find(OperationCall call) => call.Objects.Find(Kind, call.Metadata.Path);

    public static StoredObject Create(OperationCall call, Schema schema, byte[] json)
        => StoredObject.Create(call.Objects.Scope, Kind, call.Metadata.Path, schema, json, call.Parents);
}
