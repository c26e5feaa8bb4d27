namespace Lattice.Stripe.Serialization.Form;

/// <content>
/// Lists and maps of any type. An element is never omitted, so that the indices have no gaps: an element that is null or empty is
/// written as a name without a value.
/// </content>
public ref partial struct FormWriter
{
    /// <summary>
    /// Writes a list as <c>name[0]…&amp;name[1]…</c>. An empty list writes nothing, unless it clears the stored list.
    /// </summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="values">The elements.</param>
    /// <param name="write">Writes an element.</param>
    /// <param name="clearsWhenEmpty">Whether an empty list clears the stored list and writes <c>name=</c>.</param>
    public void WriteList<T>(
        scoped ReadOnlySpan<byte> name, IReadOnlyList<T>? values, FormValueWriter<T> write, bool clearsWhenEmpty = false)
    {
        if (values is { Count: > 0 })
        {
            int mark = Push(name);
            WriteElements(values, write);
            _prefix.Truncate(mark);
        }
        else if (values is not null && clearsWhenEmpty)
        {
            // Stripe rejects an empty value of a parameter that cannot be cleared.
            WriteEmpty(name);
        }
    }

    /// <summary>
    /// Writes a map as <c>name[key]…</c>, each key fully encoded. An empty map writes nothing; a cleared map writes <c>name=</c>.
    /// </summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="values">The entries.</param>
    /// <param name="write">Writes the value of an entry.</param>
    /// <exception cref="ArgumentException">A cleared map has entries.</exception>
    public void WriteMap<T>(scoped ReadOnlySpan<byte> name, StripeMap<T>? values, FormValueWriter<T> write)
    {
        if (values is null)
        {
            return;
        }

        if (IsCleared(values))
        {
            WriteEmpty(name);
            return;
        }

        int mark = Push(name);
        WriteOwnEntries(values, write);
        _prefix.Truncate(mark);
    }

    /// <summary>Writes a string as an element.</summary>
    public void WriteValue(string? value) => WriteOwn(value);

    /// <summary>Writes an integer as an element.</summary>
    public void WriteValue(long? value)
    {
        if (value is { } number)
        {
            WriteOwn(number);
        }
        else
        {
            WriteOwnName();
        }
    }

    /// <summary>Writes a decimal number as an element, with all its digits.</summary>
    public void WriteValue(decimal? value)
    {
        if (value is { } number)
        {
            WriteOwn(number);
        }
        else
        {
            WriteOwnName();
        }
    }

    /// <summary>Writes <c>true</c> or <c>false</c> as an element.</summary>
    public void WriteValue(bool? value) => WriteOwn(value switch { true => "true", false => "false", null => null });

    /// <summary>Writes a time as an element, in whole seconds since the Unix epoch.</summary>
    public void WriteValue(DateTimeOffset? value) => WriteValue(value?.ToUnixTimeSeconds());

    /// <summary>Writes an object as an element.</summary>
    public void WriteValue(FormParams? value) => WriteElement(value);

    /// <summary>Writes a value of one of several types as an element.</summary>
    public void WriteValue(FormUnion? value)
    {
        if (value is null)
        {
            WriteOwnName();
        }
        else
        {
            value.WriteElement(ref this);
        }
    }

    /// <summary>Writes a list as an element: <c>[0]…&amp;[1]…</c> after the element's name.</summary>
    public void WriteValue<T>(IReadOnlyList<T>? values, FormValueWriter<T> write)
    {
        if (values is { Count: > 0 })
        {
            WriteElements(values, write);
        }
        else
        {
            WriteOwnName();
        }
    }

    /// <summary>Writes a map as an element: <c>[key]…</c> after the element's name.</summary>
    /// <exception cref="ArgumentException">A cleared map has entries.</exception>
    public void WriteValue<T>(StripeMap<T>? values, FormValueWriter<T> write)
    {
        if (values is { Count: > 0 } && !IsCleared(values))
        {
            WriteOwnEntries(values, write);
        }
        else
        {
            WriteOwnName();
        }
    }

    private void WriteElements<T>(IReadOnlyList<T> values, FormValueWriter<T> write)
    {
        for (int i = 0; i < values.Count; i++)
        {
            int element = PushIndex(i);
            write(ref this, values[i]);
            _prefix.Truncate(element);
        }
    }

    private void WriteOwnEntries<T>(StripeMap<T> values, FormValueWriter<T> write)
    {
        foreach (KeyValuePair<string, T> entry in values)
        {
            int element = PushKey(entry.Key);
            write(ref this, entry.Value);
            _prefix.Truncate(element);
        }
    }

    private readonly bool IsCleared<T>(StripeMap<T> values)
    {
        if (values.IsCleared && !SkipsChecks)
        {
            values.CheckCleared();
        }

        return values.IsCleared;
    }
}
