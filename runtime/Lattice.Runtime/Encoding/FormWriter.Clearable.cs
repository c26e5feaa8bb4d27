namespace Lattice.Stripe.Serialization;

/// <content>Parameters that Stripe can clear, and those that take values of several kinds.</content>
public ref partial struct FormWriter
{
    /// <summary>Writes a text, or <c>name=</c> if it is cleared.</summary>
    public void WriteClearable(scoped ReadOnlySpan<byte> name, Clearable<string> value) =>
        Write(name, value.IsCleared ? "" : value.HasValue ? value.Value : null);

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

    /// <summary>Writes a value of one of several kinds.</summary>
    public void Write(scoped ReadOnlySpan<byte> name, FormUnion? value) => value?.Write(ref this, name);

    /// <summary>Writes a list of integers as <c>name[0]=…&amp;name[1]=…</c>, a list without elements as <c>name=</c>.</summary>
    public void Write(scoped ReadOnlySpan<byte> name, IReadOnlyList<long>? values)
    {
        if (!BeginList(name, values, out int mark))
        {
            return;
        }

        for (int i = 0; i < values!.Count; i++)
        {
            int item = PushIndex(i);
            WriteOwnName();
            AppendFormatted(values[i], maxLength: 20);
            _prefix.Truncate(item);
        }

        _prefix.Truncate(mark);
    }

    /// <summary>Writes a list of decimal numbers as <c>name[0]=…&amp;name[1]=…</c>, a list without elements as <c>name=</c>.</summary>
    public void Write(scoped ReadOnlySpan<byte> name, IReadOnlyList<decimal>? values)
    {
        if (!BeginList(name, values, out int mark))
        {
            return;
        }

        for (int i = 0; i < values!.Count; i++)
        {
            int item = PushIndex(i);
            WriteOwnName();
            AppendFormatted(values[i], maxLength: 31);
            _prefix.Truncate(item);
        }

        _prefix.Truncate(mark);
    }

    private bool WriteIfCleared<T>(scoped ReadOnlySpan<byte> name, Clearable<T> value)
    {
        if (value.IsCleared)
        {
            WriteEmpty(name);
        }

        return value.IsCleared;
    }
}
