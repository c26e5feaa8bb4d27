namespace Lattice.Stripe.Serialization.Form;

/// <content>Parameters that Stripe can clear, and those that accept values of several types.</content>
public ref partial struct FormWriter
{
    /// <summary>Writes a string, or <c>name=</c> if it is cleared.</summary>
    public void WriteClearable(scoped ReadOnlySpan<byte> name, Clearable<string> value) =>
        Write(name, value.IsCleared ? "" : value.HasValue ? value.Value : null);

    /// <summary>Writes a secret, or <c>name=</c> if it is cleared.</summary>
    public void WriteClearable(scoped ReadOnlySpan<byte> name, ClearableSecret value) =>
        Write(name, value.IsCleared ? "" : value.HasValue ? value.Value.Reveal() : null);

    /// <summary>Writes an integer, or <c>name=</c> if it is cleared.</summary>
    public void WriteClearable(scoped ReadOnlySpan<byte> name, Clearable<long> value)
    {
        if (!WriteIfCleared(name, value) && value.HasValue)
        {
            Write(name, value.Value);
        }
    }

    /// <summary>Writes a decimal number, or <c>name=</c> if it is cleared.</summary>
    public void WriteClearable(scoped ReadOnlySpan<byte> name, Clearable<decimal> value)
    {
        if (!WriteIfCleared(name, value) && value.HasValue)
        {
            Write(name, value.Value);
        }
    }

    /// <summary>Writes a boolean, or <c>name=</c> if it is cleared.</summary>
    public void WriteClearable(scoped ReadOnlySpan<byte> name, Clearable<bool> value)
    {
        if (!WriteIfCleared(name, value) && value.HasValue)
        {
            Write(name, value.Value);
        }
    }

    /// <summary>Writes a time as seconds since the Unix epoch, or <c>name=</c> if it is cleared.</summary>
    public void WriteClearable(scoped ReadOnlySpan<byte> name, Clearable<DateTimeOffset> value)
    {
        if (!WriteIfCleared(name, value) && value.HasValue)
        {
            Write(name, value.Value);
        }
    }

    /// <summary>Writes an object, or <c>name=</c> if it is cleared.</summary>
    public void WriteClearableObject<T>(scoped ReadOnlySpan<byte> name, Clearable<T> value)
        where T : FormParams
    {
        if (!WriteIfCleared(name, value) && value.HasValue)
        {
            Write(name, value.Value);
        }
    }

    /// <summary>Writes an open enum, or <c>name=</c> if it is cleared.</summary>
    public void WriteClearableEnum<T>(scoped ReadOnlySpan<byte> name, Clearable<T> value)
        where T : struct, IStripeEnum<T>
    {
        if (!WriteIfCleared(name, value) && value.HasValue)
        {
            Write(name, value.Value.Value);
        }
    }

    /// <summary>Writes a value of one of several types.</summary>
    public void Write(scoped ReadOnlySpan<byte> name, FormUnion? value) => value?.Write(ref this, name);

    private bool WriteIfCleared<T>(scoped ReadOnlySpan<byte> name, Clearable<T> value)
    {
        if (value.IsCleared)
        {
            WriteEmpty(name);
        }

        return value.IsCleared;
    }
}
