using Lattice.Stripe.Serialization.Form;
using Lattice.Stripe.Serialization.Json;
using Lattice.Stripe.Serialization.Multipart;

namespace Lattice.Stripe.Tests.Support;

/// <summary>Parameters with a file, as the generator emits them.</summary>
internal sealed class UploadParams : MultipartParams
{
    public static StripeOperation<MultipartParams, Thing> CreateOperation { get; } = new(
        "Upload.Create", HttpMethod.Post, "/v1/files", Thing.ApiVersion, StripeJsonReader.Read<Thing>)
    {
        BodyKind = StripeBodyKind.Multipart,
    };

    public StripeFileUpload? File { get; init; }

    protected override IReadOnlyList<KeyValuePair<string, StripeFileUpload?>> GetFiles() => [new("file", File)];

    protected override void Write(ref FormWriter form) => form.WriteString("purpose"u8, "identity_document");
}
