using System.ComponentModel;
using System.Globalization;

namespace Lattice.Stripe.Serialization.Form;

/// <summary>A parameter that takes values of several kinds: a text, a number, a time, an object.</summary>
public abstract class FormUnion
{
    private readonly string? _text;
    private readonly FormParams? _object;

    /// <summary>A value that is sent as this text; an empty one clears what is stored.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FormUnion(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
    }

    /// <summary>An integer.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FormUnion(long value)
        : this(value.ToString(CultureInfo.InvariantCulture))
    {
    }

    /// <summary>A decimal number.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FormUnion(decimal value)
        : this(value.ToString(CultureInfo.InvariantCulture))
    {
    }

    /// <summary>A boolean.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FormUnion(bool value)
        : this(value ? "true" : "false")
    {
    }

    /// <summary>A time, sent as whole seconds since the Unix epoch.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FormUnion(DateTimeOffset value)
        : this(value.ToUnixTimeSeconds())
    {
    }

    /// <summary>An object.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FormUnion(FormParams value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _object = value;
    }

    /// <summary>The type's name; the value may be personal.</summary>
    public sealed override string ToString() => GetType().Name;

    internal void Write(ref FormWriter form, scoped ReadOnlySpan<byte> name)
    {
        if (_object is not null)
        {
            form.Write(name, _object);
        }
        else
        {
            form.Write(name, _text);
        }
    }

    /// <summary>Writes the value as an element of a list or a map, whose name the form knows.</summary>
    internal void WriteElement(ref FormWriter form)
    {
        if (_object is not null)
        {
            form.WriteValue(_object);
        }
        else
        {
            form.WriteValue(_text);
        }
    }
}
