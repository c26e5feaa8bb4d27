using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Lattice.Stripe.Serialization.Json;

/// <summary>Reads an object. The current token of <paramref name="json"/> is its first one, <c>{</c>.</summary>
/// <typeparam name="T">The type of the object.</typeparam>
/// <param name="json">The reader. On return, its current token is the last one of the object.</param>
public delegate T StripeObjectReader<out T>(ref StripeJsonReader json)
    where T : StripeObject;

/// <summary>
/// Reads the objects of a response field by field. It never fails because of a change by Stripe: a value that does not fit the
/// requested type is kept among the extra fields, and the method returns <see langword="null"/>. Its time and memory are proportional to
/// the length of any response.
/// </summary>
public ref partial struct StripeJsonReader
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly CancellationToken _cancellationToken;
    private Utf8JsonReader _json;

    // The name of the current field, without escapes.
    private ReadOnlySpan<byte> _name;

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

    /// <summary>The required fields that the objects of the response lack; <see langword="null"/> if they lack none.</summary>
    internal readonly IReadOnlyList<string>? Missing => _missing?.Names;

    internal readonly JsonTokenType TokenType => _json.TokenType;

    /// <summary>Moves to the object's next field; <see langword="false"/> at its end.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="OperationCanceledException">The call was canceled.</exception>
    public bool ReadField()
    {
        Advance();
        CountStep();
        if (_json.TokenType == JsonTokenType.EndObject)
        {
            return false;
        }

        _name = _json.ValueIsEscaped ? GetUnescapedName(in _json) : _json.ValueSpan;
        if (_name.Length == IdName.Length)
        {
            NoteId(_name);
        }

        return true;
    }

    /// <summary>Whether the field that <see cref="ReadField"/> moved to has this name.</summary>
    // When inlined, the length and the bytes of the name are constants, and most names differ in length.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool IsField(ReadOnlySpan<byte> name) => _name.SequenceEqual(name);

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
    /// <param name="fields">The state of the object that lacks it.</param>
    /// <param name="type">The object's type.</param>
    /// <param name="name">The field's name in the response.</param>
    public void AddMissing(ref ReadState fields, string type, string name) =>
        fields.AddMissing(_missing ??= new MissingFields.Table(), type, name);

    /// <summary>Keeps the current field, which has no property, as an extra field.</summary>
    public void ReadExtra(ref ReadState fields)
    {
        ReadOnlySpan<byte> name = _name;
        Advance();
        KeepAsExtra(name, ref fields);
    }

    internal void Advance()
    {
        if (!_json.Read())
        {
            ThrowEndsEarly();
        }
    }

    /// <summary>Checks that only white space follows.</summary>
    internal void ReadEnd()
    {
        if (_json.Read())
        {
            throw new JsonException("There is text after the end of the value.");
        }
    }

    /// <summary>
    /// Moves to the field's value. If it is of another type, it is kept as an extra field, unless it is null.
    /// </summary>
    private bool Accept(JsonTokenType expected, ref ReadState fields)
    {
        Advance();
        if (_json.TokenType == expected)
        {
            return true;
        }

        KeepUnlessNull(ref fields);
        return false;
    }

    /// <summary>Keeps the value of the current field, which does not fit, unless it is null.</summary>
    internal void KeepUnlessNull(ref ReadState fields) => KeepUnlessNull(_name, ref fields);

    private void KeepUnlessNull(ReadOnlySpan<byte> name, ref ReadState fields)
    {
        if (_json.TokenType != JsonTokenType.Null)
        {
            KeepAsExtra(name, ref fields);
        }
    }

    private void KeepAsExtra(ReadOnlySpan<byte> name, ref ReadState fields)
    {
        if (TryReadRaw(out ReadOnlySpan<byte> json))
        {
            fields.GetExtraForWriting().Add(name, json);
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
