using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Tests.Serialization.Json;

/// <summary>A resource with references, pages, maps, and values that are written as strings. No field is required.</summary>
internal sealed class Holder : StripeResource, IJsonReadable<Holder>
{
    private Holder(ref StripeJsonReader json)
        : base(ref json)
    {
    }

    public Expandable<Owner> Owner { get; init; }

    public IReadOnlyList<Expandable<Owner>>? Owners { get; init; }

    public StripeList<Owner>? Page { get; init; }

    public IReadOnlyList<long>? Numbers { get; init; }

    public IReadOnlyDictionary<string, long>? Counts { get; init; }

    public decimal? Decimal { get; init; }

    public long? Count { get; init; }

    public DateTimeOffset? At { get; init; }

    public string? Text { get; init; }

    /// <summary>The holder that this response is read as.</summary>
    public static Task<Holder> DecodeAsync(string json) => ResponseReading.ReadAsync<Holder>(json);

    static Holder IJsonReadable<Holder>.Read(ref StripeJsonReader json)
    {
        Expandable<Owner>? owner = null;
        IReadOnlyList<Expandable<Owner>>? owners = null;
        StripeList<Owner>? page = null;
        IReadOnlyList<long>? numbers = null;
        IReadOnlyDictionary<string, long>? counts = null;
        decimal? number = null;
        long? count = null;
        DateTimeOffset? at = null;
        string? text = null;
        while (json.ReadFields())
        {
            if (json.IsField("owner"u8))
            {
                owner = json.ReadExpandable<Owner>();
            }

            if (json.IsField("owners"u8))
            {
                owners = json.ReadExpandables<Owner>();
            }

            if (json.IsField("page"u8))
            {
                page = json.ReadPage<Owner>();
            }

            if (json.IsField("numbers"u8))
            {
                numbers = json.ReadInt64s();
            }

            if (json.IsField("counts"u8))
            {
                counts = json.ReadInt64Map();
            }

            if (json.IsField("decimal"u8))
            {
                number = json.ReadDecimalText();
            }

            if (json.IsField("count"u8))
            {
                count = json.ReadInt64Text();
            }

            if (json.IsField("at"u8))
            {
                at = json.ReadDateTime();
            }

            if (json.IsField("text"u8))
            {
                text = json.ReadString();
            }
        }

        return new Holder(ref json)
        {
            Owner = owner.GetValueOrDefault(),
            Owners = owners,
            Page = page,
            Numbers = numbers,
            Counts = counts,
            Decimal = number,
            Count = count,
            At = at,
            Text = text,
        };
    }
}
