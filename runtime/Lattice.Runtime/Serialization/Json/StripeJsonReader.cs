using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Lattice.Stripe.Serialization.Json;

/// <summary>Reads an object. The current token of <paramref name="json"/> is its first one, <c>{</c>.</summary>
/// <typeparam name="T">The type of the object.</typeparam>
/// <param name="json">The reader. On return, its current token is the last one of the object.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T StripeObjectReader<out T>(ref StripeJsonReader json)
    where T : StripeObject;

/// <summary>
/// Reads the objects of a response field by field. It never fails because of a change by Stripe: a value that does not fit the
/// requested type is kept among the extra fields, and the method returns <see langword="null"/>. Its time and memory are proportional to
/// the length of any response.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct StripeJsonReader
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly CancellationToken _cancellationToken;
    private Utf8JsonReader _json;

    // The name of the current field, without escapes.
    private ReadOnlySpan<byte> _name;

    // The extra and missing fields of the current object.
    private ReadState _fields;

    // Where the checks for the current field started.
    private long _checkedFrom;

    // The missing fields of all objects of the response.
    private MissingFields.Table? _missing;

    // Whether the property "object" of the root object has the expected value, and whether it has another value or the object lacks
    // anything that identifies its type.
    private bool _hasExpectedObject;
    private bool _isUnrecognizable;
    private string? _expectedObject;

    // The depth of the fields of the object whose id is requested, and the position of the value of the last "id" among them.
    private int _idDepth;
    private int _idAt;

    // Counters for the limits and the checks of the cancellation token.
    private int _steps;
    private int _objects;
    private int _level;
    private long _peeked;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal StripeJsonReader(ReadOnlySpan<byte> utf8Json, CancellationToken cancellationToken = default)
    {
        _text = utf8Json;
        _cancellationToken = cancellationToken;
        Construct(ref _json, utf8Json, DecodingLimits.AnyDepth);
        _level = 1;
    }

    // The name at the end of an object. It is not UTF-8, so no field has it.
    private static ReadOnlySpan<byte> NoName => [0xff];

    /// <summary>The required fields that the objects of the response lack; <see langword="null"/> if they lack none.</summary>
    internal readonly IReadOnlyList<string>? Missing => _missing?.Names;

    /// <summary>The extra and missing fields of the object that was just read.</summary>
    internal readonly ReadState Fields => _fields;

    internal readonly JsonTokenType TokenType => _json.TokenType;

    /// <summary>Reads an object with the method of its type, for a <see cref="StripeOperation{TParams, TResource}"/>.</summary>
    public static T Read<T>(ref StripeJsonReader json)
        where T : StripeObject, IJsonReadable<T> => T.Read(ref json);

    /// <summary>
    /// Moves to a field that was not read yet; <see langword="false"/> at the end of the object. Call it in a loop that checks for each
    /// field of the type with <see cref="IsField"/>, in the order of the names, and reads it if it is the current one. Reading moves to
    /// the next field, which in a response of Stripe's is usually the one that is checked next. A field that no check has read is kept as
    /// an extra field.
    /// </summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="OperationCanceledException">The call was canceled.</exception>
    public bool ReadFields()
    {
        if (_json.TokenType == JsonTokenType.StartObject)
        {
            MoveToField();
        }
        else if (_json.BytesConsumed == _checkedFrom)
        {
            ReadExtra();
        }

        _checkedFrom = _json.BytesConsumed;
        return _json.TokenType != JsonTokenType.EndObject;
    }

    /// <summary>Keeps all fields of the object as extra fields, for a type without properties or of unknown properties.</summary>
    public void ReadExtraFields()
    {
        while (ReadFields())
        {
        }
    }

    /// <summary>Whether this is the name of the current field.</summary>
    // When inlined, the length and the bytes of the name are constants, and most names differ in length.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool IsField(ReadOnlySpan<byte> name) => _name.SequenceEqual(name);

    /// <summary>Moves from <c>{</c> or a value to the next field; <see langword="false"/> at the end of the object.</summary>
    internal bool MoveToField()
    {
        Advance();
        CountStep();
        if (_json.TokenType == JsonTokenType.EndObject)
        {
            _name = NoName;
            return false;
        }

        _name = _json.ValueIsEscaped ? GetUnescapedName(in _json) : _json.ValueSpan;
        if (_name.Length == IdName.Length)
        {
            NoteId(_name);
        }

        return true;
    }

    /// <summary>Returns the index of the field in <paramref name="names"/>, which spaces separate; -1 if it is not there.</summary>
    internal readonly int FindField(ReadOnlySpan<byte> names)
    {
        for (int index = 0; !names.IsEmpty; index++)
        {
            int end = names.IndexOf((byte)' ');
            if (_name.SequenceEqual(end < 0 ? names : names[..end]))
            {
                return index;
            }

            names = end < 0 ? default : names[(end + 1)..];
        }

        return -1;
    }

    /// <summary>Records that a field required by the specification is absent or null.</summary>
    /// <param name="type">The object's type.</param>
    /// <param name="name">The field's name in the response.</param>
    public void AddMissing(string type, string name) =>
        _fields.AddMissing(_missing ??= new MissingFields.Table(), type, name);

    /// <summary>Keeps the current field, which has no property, as an extra field.</summary>
    private void ReadExtra()
    {
        Advance();
        KeepAsExtra(_name);
        MoveToField();
    }

    internal void Advance()
    {
        if (!_json.Read())
        {
            ThrowEndsEarly();
        }
    }

    /// <summary>Reads a text that is one object.</summary>
    /// <exception cref="JsonException">The text is not one JSON object.</exception>
    internal T ReadDocument<T>(StripeObjectReader<T> reader)
        where T : StripeObject
    {
        Advance();
        if (_json.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The text must be a JSON object.");
        }

        T value = reader(ref this);
        ReadEnd();
        return value;
    }

    /// <summary>Checks that only white space follows.</summary>
    internal void ReadEnd()
    {
        if (_json.Read())
        {
            throw new JsonException("There is text after the end of the value.");
        }
    }

    /// <summary>Keeps the value of the current field, which does not fit, unless it is null.</summary>
    internal void KeepUnlessNull() => KeepUnlessNull(_name);

    private void KeepUnlessNull(ReadOnlySpan<byte> name)
    {
        if (_json.TokenType != JsonTokenType.Null)
        {
            KeepAsExtra(name);
        }
    }

    private void KeepAsExtra(ReadOnlySpan<byte> name)
    {
        if (TryReadRaw(out ReadOnlySpan<byte> json))
        {
            _fields.GetExtraForWriting().Add(name, json);
        }
    }

    /// <summary>Moves to the end of the value; <see langword="false"/> if it is too deep to be kept.</summary>
    private bool TryReadRaw(out ReadOnlySpan<byte> json)
    {
        int start = (int)_json.TokenStartIndex;
        int levels = Skip();
        json = _text[start..(int)_json.BytesConsumed];
        return levels <= DecodingLimits.MaxJsonLevels;
    }

    /// <summary>
    /// Moves to the end of the value, and returns its number of nested arrays and objects, including the value itself.
    /// </summary>
    internal int Skip()
    {
        if (_json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return 0;
        }

        int outside = _json.CurrentDepth;
        int levels = 1;
        do
        {
            Advance();
            CountStep();
            switch (_json.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    levels = Math.Max(levels, _json.CurrentDepth - outside + 1);
                    break;
                case JsonTokenType.PropertyName:
                    NoteId(in _json);
                    break;
            }
        }
        while (_json.CurrentDepth > outside);
        return levels;
    }

    /// <summary>Checks the cancellation token from time to time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CountStep()
    {
        if ((++_steps & (DecodingLimits.StepsBetweenCancellationChecks - 1)) == 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
        }
    }

    // The assignment of a new reader would copy it, which takes as long as reading a field.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(ref Utf8JsonReader json, ReadOnlySpan<byte> utf8Json, JsonReaderOptions options);

    [DoesNotReturn]
    private static void ThrowEndsEarly() => throw new JsonException("The text ends early.");
}
