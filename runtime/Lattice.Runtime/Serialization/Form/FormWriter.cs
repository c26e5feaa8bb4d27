using System.ComponentModel;
using System.Globalization;
using Lattice.Stripe.Buffers;

namespace Lattice.Stripe.Serialization.Form;

/// <summary>
/// Writes parameters as a form body in one pass into pooled memory: the serializer of the WHATWG URL Standard
/// (<c>application/x-www-form-urlencoded</c>, UTF-8) with Stripe's bracket notation for nested parameters.
/// </summary>
/// <remarks>
/// Names are UTF-8 and already encoded; the brackets of the notation stay literal. A value that is <see langword="null"/> writes
/// nothing. The memory is cleared before it is returned to the pool, because it may hold secrets.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct FormWriter
{
    /// <summary>The memory for the names of nested objects, enough for nearly all of Stripe's names.</summary>
    internal const int ScratchLength = 128;

    private PooledBytes _body;

    // The name of the current object, such as "list[0]"; empty at the top level.
    private ScratchBytes _prefix;

    /// <param name="scratch">Memory on the stack for the names of nested objects. Longer names use pooled memory.</param>
    internal FormWriter(Span<byte> scratch) => _prefix = new ScratchBytes(scratch);

    /// <summary>Whether parameters that cannot be sent are written as well, because only their names are needed.</summary>
    internal bool SkipsChecks { get; init; }

    /// <summary>Writes a string; an empty string writes <c>name=</c>.</summary>
    public void WriteString(scoped ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            WriteName(name);
            FormEncoding.Append(ref _body, value);
        }
    }

    /// <summary>Writes a secret string.</summary>
    public void WriteSecret(scoped ReadOnlySpan<byte> name, SecretString? value) =>
        WriteString(name, value is { HasValue: true } secret ? secret.Reveal() : null);

    /// <summary>Writes an integer.</summary>
    public void WriteInt64(scoped ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number)
        {
            WriteName(name);
            AppendFormatted(number, maxLength: 20);
        }
    }

    /// <summary>Writes a decimal number with all its digits: without an exponent and not rounded, <c>0.0</c> as <c>0.0</c>.</summary>
    public void WriteDecimal(scoped ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is { } number)
        {
            WriteName(name);
            AppendFormatted(number, maxLength: 31);
        }
    }

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    public void WriteBoolean(scoped ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } flag)
        {
            WriteName(name);
            _body.Append(flag ? "true"u8 : "false"u8);
        }
    }

    /// <summary>Writes a time as whole seconds since the Unix epoch; a fraction of a second is dropped.</summary>
    public void WriteUnixTime(scoped ReadOnlySpan<byte> name, DateTimeOffset? value) => WriteInt64(name, value?.ToUnixTimeSeconds());

    /// <summary>Writes an object as <c>name[field]=…</c>; an object without set fields writes nothing.</summary>
    public void WriteObject(scoped ReadOnlySpan<byte> name, FormParams? value)
    {
        if (value is not null)
        {
            int mark = Push(name);
            value.Write(ref this);
            _prefix.Truncate(mark);
        }
    }

    /// <summary>
    /// Writes a list as <c>name[0]=…&amp;name[1]=…</c>, an element that is null as <c>name[1]=</c>. An empty list writes
    /// nothing, unless it clears the stored list.
    /// </summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="values">The elements.</param>
    /// <param name="clearsWhenEmpty">Whether an empty list clears the stored list and writes <c>name=</c>.</param>
    public void WriteStrings(scoped ReadOnlySpan<byte> name, IReadOnlyList<string?>? values, bool clearsWhenEmpty = false)
    {
        if (values is not null)
        {
            WriteList(name, values, static (ref FormWriter form, string? value) => form.WriteOwn(value), clearsWhenEmpty);
        }
    }

    /// <summary>Writes an open enum, unless it is <see langword="default"/>.</summary>
    public void WriteEnum<T>(scoped ReadOnlySpan<byte> name, StripeEnum<T>? value)
        where T : StripeEnumValues => WriteString(name, value.GetValueOrDefault().TextOrNull);

    /// <summary>
    /// Writes a list of open enums as <c>name[0]=…&amp;name[1]=…</c>. An empty list writes nothing, unless it clears the
    /// stored list.
    /// </summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="values">The elements.</param>
    /// <param name="clearsWhenEmpty">Whether an empty list clears the stored list and writes <c>name=</c>.</param>
    public void WriteEnums<T>(scoped ReadOnlySpan<byte> name, IReadOnlyList<StripeEnum<T>>? values, bool clearsWhenEmpty = false)
        where T : StripeEnumValues
    {
        if (values is not null)
        {
            WriteList(name, values, static (ref FormWriter form, StripeEnum<T> value) => form.WriteOwn(value.Value), clearsWhenEmpty);
        }
    }

    /// <summary>
    /// Writes a list of integers as <c>name[0]=…&amp;name[1]=…</c>. An empty list writes nothing, unless it clears the
    /// stored list.
    /// </summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="values">The elements.</param>
    /// <param name="clearsWhenEmpty">Whether an empty list clears the stored list and writes <c>name=</c>.</param>
    public void WriteInt64s(scoped ReadOnlySpan<byte> name, IReadOnlyList<long>? values, bool clearsWhenEmpty = false)
    {
        if (values is not null)
        {
            WriteList(name, values, static (ref FormWriter form, long value) => form.WriteOwn(value), clearsWhenEmpty);
        }
    }

    /// <summary>
    /// Writes a list of decimal numbers as <c>name[0]=…&amp;name[1]=…</c>. An empty list writes nothing, unless it clears the
    /// stored list.
    /// </summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="values">The elements.</param>
    /// <param name="clearsWhenEmpty">Whether an empty list clears the stored list and writes <c>name=</c>.</param>
    public void WriteDecimals(scoped ReadOnlySpan<byte> name, IReadOnlyList<decimal>? values, bool clearsWhenEmpty = false)
    {
        if (values is not null)
        {
            WriteList(name, values, static (ref FormWriter form, decimal value) => form.WriteOwn(value), clearsWhenEmpty);
        }
    }

    /// <summary>
    /// Writes a list of objects as <c>name[0][field]=…</c>; an element that is null or has no set field as <c>name[0]=</c>.
    /// An empty list writes nothing, unless it clears the stored list.
    /// </summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="values">The elements.</param>
    /// <param name="clearsWhenEmpty">Whether an empty list clears the stored list and writes <c>name=</c>.</param>
    public void WriteObjects(scoped ReadOnlySpan<byte> name, IReadOnlyList<FormParams?>? values, bool clearsWhenEmpty = false)
    {
        if (values is not null)
        {
            WriteList(name, values, static (ref FormWriter form, FormParams? value) => form.WriteElement(value), clearsWhenEmpty);
        }
    }

    /// <summary>
    /// Writes a map as <c>name[key]=…</c>, each key fully encoded; a null value as <c>name[key]=</c>, which deletes the
    /// key. An empty map writes nothing; a cleared map writes <c>name=</c>.
    /// </summary>
    public void WriteStringMap(scoped ReadOnlySpan<byte> name, StripeMap<string?>? values) =>
        WriteMap(name, values, static (ref FormWriter form, string? value) => form.WriteOwn(value));

    /// <summary>
    /// Writes a map of objects as <c>name[key][field]=…</c>; an object that is null or has no set field as
    /// <c>name[key]=</c>.
    /// </summary>
    public void WriteObjectMap<T>(scoped ReadOnlySpan<byte> name, StripeMap<T>? values)
        where T : FormParams? =>
        WriteMap(name, values, static (ref FormWriter form, T value) => form.WriteElement(value));

    /// <summary>Writes a name without a value (<c>name=</c>), which clears the stored value.</summary>
    public void WriteEmpty(scoped ReadOnlySpan<byte> name) => WriteName(name);

    /// <summary>Writes an extra parameter with a bracketed name from the caller, such as <c>a[b]</c>.</summary>
    /// <exception cref="ArgumentException">The name is empty, its brackets do not match, or it is written already.</exception>
    internal void WriteExtra(string name, string? value)
    {
        int start = _body.Length;
        BeginParameter();
        int nameStart = _body.Length;
        FormEncoding.AppendBracketedName(ref _body, name);
        ReadOnlySpan<byte> written = _body.Span[nameStart..];
        if (FormBody.ContainsName(_body.Span[..start], written))
        {
            throw new ArgumentException(
                $"The extra parameter '{name}' is already set by the operation's own parameters. Set it in one place.", nameof(name));
        }

        _body.Append((byte)'=');
        FormEncoding.Append(ref _body, value);
    }

    internal readonly List<string> GetTopLevelNames() => FormBody.GetTopLevelNames(_body.Span);

    /// <summary>Transfers the written body to the caller, who must dispose it.</summary>
    internal PooledBytes Detach()
    {
        PooledBytes body = _body;
        _body = default;
        return body;
    }

    internal void Dispose()
    {
        _body.Dispose();
        _prefix.Dispose();
    }

    /// <summary>Writes the fields of an object under the current name. An element of a list or a map is never omitted.</summary>
    private void WriteElement(FormParams? value)
    {
        int before = _body.Length;
        value?.Write(ref this);
        if (_body.Length == before)
        {
            WriteOwnName();
        }
    }

    private int PushKey(string key)
    {
        int mark = _prefix.Length;
        PooledBytes encoded = default;
        FormEncoding.Append(ref encoded, key);
        _prefix.Append((byte)'[');
        _prefix.Append(encoded.Span);
        _prefix.Append((byte)']');
        encoded.Dispose();
        return mark;
    }

    private int Push(scoped ReadOnlySpan<byte> name)
    {
        int mark = _prefix.Length;
        if (mark == 0)
        {
            _prefix.Append(name);
            return mark;
        }

        _prefix.Append((byte)'[');
        _prefix.Append(name);
        _prefix.Append((byte)']');
        return mark;
    }

    private int PushIndex(int index)
    {
        int mark = _prefix.Length;
        Span<byte> digits = stackalloc byte[10];
        index.TryFormat(digits, out int written, provider: CultureInfo.InvariantCulture);
        _prefix.Append((byte)'[');
        _prefix.Append(digits[..written]);
        _prefix.Append((byte)']');
        return mark;
    }

    // One method without calls, because it runs for every parameter.
    private void WriteName(scoped ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> prefix = _prefix.Span;
        Span<byte> target = _body.GetSpan(prefix.Length + name.Length + 4);
        int length = 0;
        if (_body.Length > 0)
        {
            target[length++] = (byte)'&';
        }

        prefix.CopyTo(target[length..]);
        length += prefix.Length;
        if (!prefix.IsEmpty)
        {
            target[length++] = (byte)'[';
        }

        name.CopyTo(target[length..]);
        length += name.Length;
        if (!prefix.IsEmpty)
        {
            target[length++] = (byte)']';
        }

        target[length++] = (byte)'=';
        _body.Advance(length);
    }

    private void WriteOwn(string? value)
    {
        WriteOwnName();
        FormEncoding.Append(ref _body, value);
    }

    private void WriteOwn(long value)
    {
        WriteOwnName();
        AppendFormatted(value, maxLength: 20);
    }

    private void WriteOwn(decimal value)
    {
        WriteOwnName();
        AppendFormatted(value, maxLength: 31);
    }

    private void WriteOwnName()
    {
        BeginParameter();
        _body.Append(_prefix.Span);
        _body.Append((byte)'=');
    }

    private void BeginParameter()
    {
        if (_body.Length > 0)
        {
            _body.Append((byte)'&');
        }
    }

    private void AppendFormatted<T>(T value, int maxLength)
        where T : IUtf8SpanFormattable
    {
        value.TryFormat(_body.GetSpan(maxLength), out int written, default, CultureInfo.InvariantCulture);
        _body.Advance(written);
    }
}
