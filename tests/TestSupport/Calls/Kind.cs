using System.Text.Json.Serialization;
using Lattice.Stripe.Serialization;

namespace Lattice.TestSupport.Calls;

/// <summary>An open enum as the generator emits it.</summary>
[JsonConverter(typeof(StripeEnumJsonConverter<Kind>))]
public readonly struct Kind(string value) : IStripeEnum<Kind>
{
    public static Kind Known => new("known");

    public string Value => value ?? "";

    public static bool operator ==(Kind left, Kind right) => left.Equals(right);

    public static bool operator !=(Kind left, Kind right) => !left.Equals(right);

    public static Kind FromString(string value) => new(value);

    public bool Equals(Kind other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is Kind other && Equals(other);

    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Value;
}
