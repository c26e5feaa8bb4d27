namespace Lattice.Stripe.Serialization.Form;

/// <content>Parameters that Stripe can clear, and those that accept values of several types.</content>
public ref partial struct FormWriter
{
    /// <summary>Writes a string, or <c>name=</c> if it is cleared.</summary>
    public void WriteClearableString(scoped ReadOnlySpan<byte> name, Clearable<string> value) =>
        WriteString(name, value.IsCleared ? "" : value.HasValue ? value.Value : null);

    /// <summary>Writes a secret, or <c>name=</c> if it is cleared.</summary>
    public void WriteClearableSecret(scoped ReadOnlySpan<byte> name, ClearableSecret value) =>
        WriteString(name, value.IsCleared ? "" : value.HasValue ? value.Value.Reveal() : null);

    /// <summary>Writes an integer, or <c>name=</c> if it is cleared.</summary>
    public void WriteClearableInt64(scoped ReadOnlySpan<byte> name, Clearable<long> value)
    {
        if (!WriteIfCleared(name, value) && value.HasValue)
        {
            WriteInt64(name, value.Value);
        }
    }

    /// <summary>Writes a decimal number, or <c>name=</c> if it is cleared.</summary>
    public void WriteClearableDecimal(scoped ReadOnlySpan<byte> name, Clearable<decimal> value)
    {
        if (!WriteIfCleared(name, value) && value.HasValue)
        {
            WriteDecimal(name, value.Value);
        }
    }

    /// <summary>Writes a boolean, or <c>name=</c> if it is cleared.</summary>
    public void WriteClearableBoolean(scoped ReadOnlySpan<byte> name, Clearable<bool> value)
    {
        if (!WriteIfCleared(name, value) && value.HasValue)
        {
            WriteBoolean(name, value.Value);
        }
    }

    /// <summary>Writes a time as seconds since the Unix epoch, or <c>name=</c> if it is cleared.</summary>
    public void WriteClearableUnixTime(scoped ReadOnlySpan<byte> name, Clearable<DateTimeOffset> value)
    {
        if (!WriteIfCleared(name, value) && value.HasValue)
        {
            WriteUnixTime(name, value.Value);
        }
    }

    /// <summary>Writes an object, or <c>name=</c> if it is cleared.</summary>
    public void WriteClearableObject<T>(scoped ReadOnlySpan<byte> name, Clearable<T> value)
        where T : FormParams
    {
        if (!WriteIfCleared(name, value) && value.HasValue)
        {
            WriteObject(name, value.Value);
        }
    }

    /// <summary>Writes an open enum, or <c>name=</c> if it is cleared.</summary>
    public void WriteClearableEnum<T>(scoped ReadOnlySpan<byte> name, ClearableEnum<T> value)
        where T : StripeEnumValues =>
        WriteString(name, value.IsCleared ? "" : value.HasValue ? value.Value.Value : null);

    /// <summary>Writes a value of one of several types.</summary>
    public void WriteUnion(scoped ReadOnlySpan<byte> name, FormUnion? value) => value?.Write(ref this, name);

    private bool WriteIfCleared<T>(scoped ReadOnlySpan<byte> name, Clearable<T> value)
    {
        if (value.IsCleared)
        {
            WriteEmpty(name);
        }

        return value.IsCleared;
    }
}
