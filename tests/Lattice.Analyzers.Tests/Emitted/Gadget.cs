using System.CodeDom.Compiler;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Lattice.Stripe;
using Lattice.Stripe.Serialization.Form;
using Lattice.Stripe.Serialization.Json;
using Lattice.Stripe.Serialization.Multipart;

// Operations whose parameters are all required, and sent as multipart form data and as JSON.
namespace Lattice.Analyzers.Tests.Emitted;

[GeneratedCode("Lattice.Generator", "1.0.0")]
public sealed class Gadget : StripeResource, IJsonReadable<Gadget>
{
    private Gadget(ref StripeJsonReader json)
        : base(ref json)
    {
    }

    public static StripeOperation<GadgetCreateParams, Gadget> CreateOperation { get; } = new(
        "Gadget.Create", HttpMethod.Post, "/v1/gadgets", StripeApiVersion.Current, StripeJsonReader.Read<Gadget>);

    public static StripeOperation<GadgetActivateParams, Gadget> ActivateOperation { get; } = new(
        "Gadget.Activate", HttpMethod.Post, "/v2/gadgets/{id}/activate", StripeApiVersion.Current, StripeJsonReader.Read<Gadget>);

    public static Task<Gadget> CreateAsync(
        IStripeClient client,
        GadgetCreateParams parameters,
        StripeRequestOptions? options = null,
        CancellationToken cancellationToken = default) =>
        CreateOperation.SendAsync(client, [], parameters, options, cancellationToken);

    public static Task<Gadget> ActivateAsync(
        IStripeClient client,
        string gadget,
        GadgetActivateParams? parameters = null,
        StripeRequestOptions? options = null,
        CancellationToken cancellationToken = default) =>
        ActivateOperation.SendAsync(client, [gadget], parameters, options, cancellationToken);

    static Gadget IJsonReadable<Gadget>.Read(ref StripeJsonReader json)
    {
        json.MarkUnrecognizable();
        return new Gadget(ref json);
    }
}

[StripeSchema(Required = "Amount, At, BankAccount, Box, Boxes, Cleared, Color, Count, Data, File, Grid, Items, Kinds, Live, Metadata, "
    + "Mode, Name, Options, Password, Rate, Schedule, Secret, Tags, Unions, Variant")]
public sealed class GadgetCreateParams : MultipartParams
{
    [JsonPropertyName("amount")]
    public decimal? Amount { get; set; }

    [JsonPropertyName("at")]
    public DateTimeOffset? At { get; set; }

    [JsonPropertyName("bank_account")]
    public WidgetCreateBankAccount? BankAccount { get; set; }

    [JsonPropertyName("box")]
    public Clearable<WidgetCreateBox> Box { get; set; }

    [JsonPropertyName("boxes")]
    public StripeMap<WidgetCreateBox>? Boxes { get; set; }

    [JsonPropertyName("cleared")]
    public Clearable<string> Cleared { get; set; }

    [JsonPropertyName("color")]
    public ClearableEnum<WidgetCreateKind> Color { get; set; }

    [JsonPropertyName("count")]
    public Clearable<long> Count { get; set; }

    [JsonPropertyName("data")]
    public JsonNode? Data { get; set; }

    [JsonPropertyName("file")]
    public StripeFileUpload? File { get; set; }

    [JsonPropertyName("grid")]
    public IReadOnlyList<IReadOnlyList<long>>? Grid { get; set; }

    [JsonPropertyName("items")]
    public IReadOnlyList<WidgetCreateItem>? Items { get; set; }

    [JsonPropertyName("kinds")]
    public IReadOnlyList<StripeEnum<WidgetCreateKind>>? Kinds { get; set; }

    [JsonPropertyName("live")]
    public bool? Live { get; set; }

    [JsonPropertyName("metadata")]
    public StripeMap<string?>? Metadata { get; set; }

    [JsonPropertyName("mode")]
    public GadgetCreateMode? Mode { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("options")]
    public WidgetCreateOptions? Options { get; set; }

    [JsonPropertyName("password")]
    public ClearableSecret Password { get; set; }

    [JsonPropertyName("rate")]
    public Clearable<decimal> Rate { get; set; }

    [JsonPropertyName("schedule")]
    public GadgetCreateSchedule? Schedule { get; set; }

    [JsonPropertyName("secret")]
    public SecretString? Secret { get; set; }

    [JsonPropertyName("tags")]
    public IReadOnlyList<string>? Tags { get; set; }

    [JsonPropertyName("unions")]
    public IReadOnlyList<GadgetCreateDetails>? Unions { get; set; }

    [JsonPropertyName("variant")]
    public StripeEnum<WidgetCreateKind>? Variant { get; set; }

    protected override IReadOnlyList<KeyValuePair<string, StripeFileUpload?>> GetFiles() => [new("file", File)];

    protected override void Write(ref FormWriter form)
    {
    }
}

public sealed class GadgetCreateMode : FormUnion
{
    private GadgetCreateMode(string value)
        : base(value)
    {
    }

    public static GadgetCreateMode Fast => new("fast");

    public static GadgetCreateMode Cleared => new("");

    public static implicit operator GadgetCreateMode(Clearable.Marker value) => Cleared;
}

public sealed class GadgetCreateSchedule : FormUnion
{
    private GadgetCreateSchedule(DateTimeOffset value)
        : base(value)
    {
    }

    public static implicit operator GadgetCreateSchedule?(DateTimeOffset? value) => value is { } set ? new(set) : null;
}

public sealed class GadgetCreateDetails : FormUnion
{
    private GadgetCreateDetails(WidgetCreateBox value)
        : base(value)
    {
    }

    public static implicit operator GadgetCreateDetails?(WidgetCreateBox? value) => value is null ? null : new(value);
}

[StripeSchema(Required = "Reason")]
public sealed class GadgetActivateParams : JsonParams
{
    [JsonPropertyName("reason")]
    public string? Reason { get; set; }

    [JsonPropertyName("steps")]
    public IReadOnlyList<GadgetActivateStep>? Steps { get; set; }

    protected override void Write(ref JsonBodyWriter json)
    {
    }
}

[StripeSchema(Required = "Name, Step")]
public sealed class GadgetActivateStep : JsonParams
{
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    // Recursion that would never end.
    [JsonPropertyName("step")]
    public GadgetActivateStep? Step { get; set; }

    protected override void Write(ref JsonBodyWriter json)
    {
    }
}
