using System.CodeDom.Compiler;
using System.Text.Json.Serialization;
using Lattice.Stripe;
using Lattice.Stripe.Serialization.Form;
using Lattice.Stripe.Serialization.Json;

// What the generator would emit for an operation with every kind of parameter, except that nothing is written to a request. The programs
// under analysis are compiled with it.
namespace Lattice.Analyzers.Tests.Emitted;

[GeneratedCode("Lattice.Generator", "1.0.0")]
public sealed class Widget : StripeResource, IJsonReadable<Widget>
{
    private Widget(ref StripeJsonReader json)
        : base(ref json)
    {
    }

    public static StripeOperation<WidgetCreateParams, Widget> CreateOperation { get; } = new(
        "Widget.Create", HttpMethod.Post, "/v1/widgets", StripeApiVersion.Current, StripeJsonReader.Read<Widget>);

    public static StripeOperation<WidgetListParams, StripeList<Widget>> ListOperation { get; } = new(
        "Widget.List", HttpMethod.Get, "/v1/widgets", StripeApiVersion.Current, StripeJsonReader.ReadList<Widget>);

    public static Task<Widget> CreateAsync(
        IStripeClient client,
        WidgetCreateParams parameters,
        StripeRequestOptions? options = null,
        CancellationToken cancellationToken = default) =>
        CreateOperation.SendAsync(client, [], parameters, options, cancellationToken);

    public static Task<StripeResult<Widget>> TryCreateAsync(
        IStripeClient client,
        WidgetCreateParams parameters,
        StripeRequestOptions? options = null,
        CancellationToken cancellationToken = default) =>
        CreateOperation.TrySendAsync(client, [], parameters, options, cancellationToken);

    public static IAsyncEnumerable<Widget> ListAllAsync(
        IStripeClient client,
        WidgetListParams? parameters = null,
        StripeRequestOptions? options = null,
        CancellationToken cancellationToken = default) =>
        StripePages.ReadAllAsync(ListOperation, getId: null, client, [], parameters, options, cancellationToken);

    static Widget IJsonReadable<Widget>.Read(ref StripeJsonReader json)
    {
        json.MarkUnrecognizable();
        return new Widget(ref json);
    }
}

[StripeSchema(
    Required = "Account, Kind",
    MaxLength = "10: Name, Note, Codes; 3: Currency",
    Ids = "account: Account, Destinations; customer: Customer; payment_method: PaymentMethod; product: Product",
    Exclusive = "Collect, CollectionOptions; Price, PriceData, Product; Name, Code; Note, Flag",
    Successors = "Collect: CollectionOptions.Fields; Shape: Form; Size: Length; Old: Options.Features.Mode; Note: Name")]
public sealed class WidgetCreateParams : FormParams
{
    [JsonPropertyName("account")]
    public string? Account { get; set; }

    [JsonPropertyName("bank_account")]
    public WidgetCreateBankAccount? BankAccount { get; set; }

    [JsonPropertyName("box")]
    public Clearable<WidgetCreateBox> Box { get; set; }

    [JsonPropertyName("code")]
    public long? Code { get; set; }

    [JsonPropertyName("codes")]
    public IReadOnlyList<string>? Codes { get; set; }

    [Obsolete("Deprecated by Stripe. Use CollectionOptions instead.")]
    [JsonPropertyName("collect")]
    public StripeEnum<WidgetCreateCollect>? Collect { get; set; }

    [JsonPropertyName("collection_options")]
    public WidgetCreateCollectionOptions? CollectionOptions { get; set; }

    [JsonPropertyName("currency")]
    public string? Currency { get; set; }

    [JsonPropertyName("customer")]
    public string? Customer { get; set; }

    [JsonPropertyName("destinations")]
    public IReadOnlyList<string>? Destinations { get; set; }

    [JsonPropertyName("flag")]
    public bool? Flag { get; set; }

    [JsonPropertyName("form")]
    public string? Form { get; set; }

    [JsonPropertyName("items")]
    public IReadOnlyList<WidgetCreateItem>? Items { get; set; }

    [JsonPropertyName("kind")]
    public StripeEnum<WidgetCreateKind>? Kind { get; set; }

    [JsonPropertyName("length")]
    public Clearable<long> Length { get; set; }

    [JsonPropertyName("metadata")]
    public StripeMap<string?>? Metadata { get; set; }

    [JsonPropertyName("name")]
    public Clearable<string> Name { get; set; }

    [Obsolete("Deprecated by Stripe.")]
    [JsonPropertyName("note")]
    public SecretString? Note { get; set; }

    [Obsolete("Deprecated by Stripe.")]
    [JsonPropertyName("old")]
    public StripeEnum<WidgetCreateCollect>? Old { get; set; }

    [JsonPropertyName("options")]
    public WidgetCreateOptions? Options { get; set; }

    [JsonPropertyName("parts")]
    public StripeMap<WidgetCreateItem>? Parts { get; set; }

    [JsonPropertyName("payment_method")]
    public string? PaymentMethod { get; set; }

    [JsonPropertyName("price")]
    public string? Price { get; set; }

    [JsonPropertyName("price_data")]
    public WidgetCreatePriceData? PriceData { get; set; }

    [JsonPropertyName("product")]
    public string? Product { get; set; }

    [Obsolete("Deprecated by Stripe.")]
    [JsonPropertyName("shape")]
    public string? Shape { get; set; }

    [Obsolete("Deprecated by Stripe.")]
    [JsonPropertyName("size")]
    public long? Size { get; set; }

    [Obsolete("Deprecated by Stripe.")]
    [JsonPropertyName("withdrawn")]
    public string? Withdrawn { get; set; }

    protected override void Write(ref FormWriter form)
    {
    }
}

public sealed class WidgetListParams : FormParams
{
    [JsonPropertyName("limit")]
    public long? Limit { get; set; }

    protected override void Write(ref FormWriter form)
    {
    }
}

[StripeSchema(Required = "Enabled")]
public sealed class WidgetCreateOptions : FormParams
{
    [JsonPropertyName("enabled")]
    public bool? Enabled { get; set; }

    [JsonPropertyName("features")]
    public WidgetCreateFeatures? Features { get; set; }

    protected override void Write(ref FormWriter form)
    {
    }
}

[StripeSchema(Required = "Mode", Ids = "account: Account", Exclusive = "Mode, Account")]
public sealed class WidgetCreateFeatures : FormParams
{
    [JsonPropertyName("account")]
    public string? Account { get; set; }

    [JsonPropertyName("mode")]
    public StripeEnum<WidgetCreateCollectionOptionsFields>? Mode { get; set; }

    protected override void Write(ref FormWriter form)
    {
    }
}

[StripeSchema(Required = "Price, Quantity", MaxLength = "8: Price")]
public sealed class WidgetCreateItem : FormParams
{
    [JsonPropertyName("price")]
    public string? Price { get; set; }

    [JsonPropertyName("quantity")]
    public long? Quantity { get; set; }

    protected override void Write(ref FormWriter form)
    {
    }
}

[StripeSchema(Required = "Height")]
public sealed class WidgetCreateBox : FormParams
{
    [JsonPropertyName("height")]
    public decimal? Height { get; set; }

    protected override void Write(ref FormWriter form)
    {
    }
}

public sealed class WidgetCreatePriceData : FormParams
{
    [JsonPropertyName("unit_amount")]
    public long? UnitAmount { get; set; }

    protected override void Write(ref FormWriter form)
    {
    }
}

public sealed class WidgetCreateCollectionOptions : FormParams
{
    [JsonPropertyName("fields")]
    public StripeEnum<WidgetCreateCollectionOptionsFields>? Fields { get; set; }

    [JsonPropertyName("future_requirements")]
    public string? FutureRequirements { get; set; }

    protected override void Write(ref FormWriter form)
    {
    }
}

public sealed class WidgetCreateBankAccount : FormUnion
{
    private WidgetCreateBankAccount(string value)
        : base(value)
    {
    }

    private WidgetCreateBankAccount(WidgetCreateBankAccountObject value)
        : base(value)
    {
    }

    public static implicit operator WidgetCreateBankAccount?(string? value) => value is null ? null : new(value);

    public static implicit operator WidgetCreateBankAccount?(WidgetCreateBankAccountObject? value) => value is null ? null : new(value);
}

[StripeSchema(Required = "Country")]
public sealed class WidgetCreateBankAccountObject : FormParams
{
    [JsonPropertyName("country")]
    public string? Country { get; set; }

    protected override void Write(ref FormWriter form)
    {
    }
}

#nullable disable

[StripeSchema(Successors = "Due: CurrentlyDue")]
public abstract class WidgetCreateCollect : StripeEnumValues
{
    public const string CurrentlyDue = "currently_due";

    [Obsolete("Deprecated by Stripe. Use CurrentlyDue instead.")]
    public const string Due = "due";

    public const string EventuallyDue = "eventually_due";

    public const string Never = "never";
}

public abstract class WidgetCreateCollectionOptionsFields : StripeEnumValues
{
    public const string CurrentlyDue = "currently_due";
    public const string EventuallyDue = "eventually_due";
}

public abstract class WidgetCreateKind : StripeEnumValues
{
    public const string Plain = "plain";
    public const string Fancy = "fancy";
}
