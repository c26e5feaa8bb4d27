using System.ComponentModel;
using System.Globalization;

namespace Lattice.Stripe.Serialization.Form;

/// <summary>A parameter that accepts values of several types: a string, a number, a time, an object.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class FormUnion
{
    private readonly string? _text;
    private readonly FormParams? _object;

    /// <summary>Initializes a value that is sent as this text. An empty text clears the stored value.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FormUnion(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
    }

    /// <summary>Initializes an integer.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FormUnion(long value)
        : this(value.ToString(CultureInfo.InvariantCulture))
    {
    }

    /// <summary>Initializes a decimal number.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FormUnion(decimal value)
        : this(value.ToString(CultureInfo.InvariantCulture))
    {
    }

    /// <summary>Initializes a boolean.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FormUnion(bool value)
        : this(value ? "true" : "false")
    {
    }

    /// <summary>Initializes a time, sent as whole seconds since the Unix epoch.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FormUnion(DateTimeOffset value)
        : this(value.ToUnixTimeSeconds())
    {
    }

    /// <summary>Initializes an object.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FormUnion(FormParams value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _object = value;
    }

    /// <summary>Returns the type's name. It does not contain the value, which may be personal data.</summary>
    public sealed override string ToString() => GetType().Name;

    internal void Write(ref FormWriter form, scoped ReadOnlySpan<byte> name)
    {
        if (_object is not null)
        {
            form.WriteObject(name, _object);
        }
        else
        {
            form.WriteString(name, _text);
        }
    }

    /// <summary>Writes the value as an element of a list or a map, under the current name of the form.</summary>
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
