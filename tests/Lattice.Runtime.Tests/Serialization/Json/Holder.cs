using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Tests.Serialization.Json;

/// <summary>A resource with references, pages, maps, and values that are written as strings. No field is required.</summary>
internal sealed class Holder : StripeResource
{
    private Holder(ReadState fields)
        : base(fields)
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
    public static Task<Holder> DecodeAsync(string json) => ResponseReading.ReadAsync(json, Read);

    public static Holder Read(ref StripeJsonReader json)
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
        ReadState fields = default;
        while (json.ReadField())
        {
            if (json.IsField("owner"u8))
            {
                owner = json.ReadExpandable(ref fields, Lattice.TestSupport.Calls.Owner.Read);
            }
            else if (json.IsField("owners"u8))
            {
                owners = json.ReadExpandables(ref fields, Lattice.TestSupport.Calls.Owner.Read);
            }
            else if (json.IsField("page"u8))
            {
                page = json.ReadPage(ref fields, Lattice.TestSupport.Calls.Owner.Read);
            }
            else if (json.IsField("numbers"u8))
            {
                numbers = json.ReadInt64s(ref fields);
            }
            else if (json.IsField("counts"u8))
            {
                counts = json.ReadInt64Map(ref fields);
            }
            else if (json.IsField("decimal"u8))
            {
                number = json.ReadDecimalText(ref fields);
            }
            else if (json.IsField("count"u8))
            {
                count = json.ReadInt64Text(ref fields);
            }
            else if (json.IsField("at"u8))
            {
                at = json.ReadDateTime(ref fields);
            }
            else if (json.IsField("text"u8))
            {
                text = json.ReadString(ref fields);
            }
            else
            {
                json.ReadExtra(ref fields);
            }
        }

        return new Holder(fields)
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
