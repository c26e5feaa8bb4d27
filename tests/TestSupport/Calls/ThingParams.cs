using Lattice.Stripe;
using Lattice.Stripe.Serialization.Form;

namespace Lattice.TestSupport.Calls;

/// <summary>Parameters of every shape, written as in generated code.</summary>
public sealed class ThingParams : FormParams
{
    public string? Text { get; set; }

    public long? Number { get; set; }

    public decimal? Price { get; set; }

    public bool? Flag { get; set; }

    public DateTimeOffset? At { get; set; }

    public StripeEnum<Kind>? Kind { get; set; }

    public ThingParams? Child { get; set; }

    public IReadOnlyList<string?>? Texts { get; set; }

    public IReadOnlyList<StripeEnum<Kind>>? Kinds { get; set; }

    public IReadOnlyList<ThingParams?>? Children { get; set; }

    public StripeMap<string?>? Metadata { get; set; }

    protected override void Write(ref FormWriter form)
    {
        form.WriteString("text"u8, Text);
        form.WriteInt64("number"u8, Number);
        form.WriteDecimal("price"u8, Price);
        form.WriteBoolean("flag"u8, Flag);
        form.WriteUnixTime("at"u8, At);
        form.WriteEnum("kind"u8, Kind);
        form.WriteObject("child"u8, Child);
        form.WriteStrings("texts"u8, Texts);
        form.WriteEnums("kinds"u8, Kinds);
        form.WriteObjects("children"u8, Children);
        form.WriteStringMap("metadata"u8, Metadata);
    }
}

public delegate void WriteForm(ref FormWriter form);

/// <summary>Parameters with a custom writer.</summary>
public sealed class WrittenParams(WriteForm write) : FormParams
{
    protected override void Write(ref FormWriter form) => write(ref form);
}
