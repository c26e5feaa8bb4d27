using Lattice.Stripe;
using Lattice.Stripe.Serialization.Form;

namespace Lattice.TestSupport.Calls;

/// <summary>Parameters of every shape, written as in generated code.</summary>
public sealed class ThingParams : FormParams
{
    public string? Text { get; init; }

    public long? Number { get; init; }

    public decimal? Price { get; init; }

    public bool? Flag { get; init; }

    public DateTimeOffset? At { get; init; }

    public Kind? Kind { get; init; }

    public ThingParams? Child { get; init; }

    public IReadOnlyList<string?>? Texts { get; init; }

    public IReadOnlyList<Kind>? Kinds { get; init; }

    public IReadOnlyList<ThingParams?>? Children { get; init; }

    public StripeMap<string?>? Metadata { get; init; }

    protected override void Write(ref FormWriter form)
    {
        form.Write("text"u8, Text);
        form.Write("number"u8, Number);
        form.Write("price"u8, Price);
        form.Write("flag"u8, Flag);
        form.Write("at"u8, At);
        form.Write("kind"u8, Kind?.Value);
        form.Write("child"u8, Child);
        form.Write("texts"u8, Texts);
        form.WriteEnums("kinds"u8, Kinds);
        form.Write("children"u8, Children);
        form.Write("metadata"u8, Metadata);
    }
}

public delegate void WriteForm(ref FormWriter form);

/// <summary>Parameters with a custom writer.</summary>
public sealed class WrittenParams(WriteForm write) : FormParams
{
    protected override void Write(ref FormWriter form) => write(ref form);
}
