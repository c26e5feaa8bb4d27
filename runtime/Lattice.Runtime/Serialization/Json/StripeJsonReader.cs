using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Lattice.Stripe.Serialization.Json;

/// <summary>Reads an object whose first token, <c>{</c>, <paramref name="json"/> stands on.</summary>
/// <typeparam name="T">The type of the object.</typeparam>
/// <param name="json">The reader; on return it stands on the object's last token.</param>
public delegate T StripeObjectReader<out T>(ref StripeJsonReader json)
    where T : StripeObject;

/// <summary>
/// Reads the objects of a response field by field. It never fails for what Stripe may change: a value that does not fit
/// the type that is asked for is kept among the extra fields, and the read returns <see langword="null"/>. Its time and
/// memory are proportional to the response, whatever that holds.
/// </summary>
public ref partial struct StripeJsonReader
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly CancellationToken _cancellationToken;
    private Utf8JsonReader _json;

    // The name of the field that is being read, without escapes.
    private ReadOnlySpan<byte> _name;

    // What all objects of the response lack.
    private MissingFields.Table? _missing;

    // Whether the root object's property "object" has the value of the expected resource, and whether it has another one or
    // nothing by which it could be told from other objects.
    private bool _hasExpectedObject;
    private bool _isUnrecognizable;
    private string? _expectedObject;

    // The depth at which the object whose id is asked for has its fields, and where the value of the last "id" among
    // those is.
    private int _idDepth;
    private int _idAt;

    // What has been done so far of what is bounded, or looked at now and then.
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
    // Inlined, the length and the bytes of the name are constants, and most names differ in their length.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool IsField(ReadOnlySpan<byte> name) => _name.SequenceEqual(name);

    /// <summary>The index of the field's name among <paramref name="names"/>, which are ASCII; -1 if it is not one of them.</summary>
    internal readonly int FindField(string[] names)
    {
        for (int i = 0; i < names.Length; i++)
        {
            if (Ascii.Equals(_name, names[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Notes that a field which the specification requires is absent or null.</summary>
    /// <param name="fields">The findings of the object that lacks it.</param>
    /// <param name="type">The object's type.</param>
    /// <param name="name">The field's name in the response.</param>
    public void AddMissing(ref ReadState fields, string type, string name) =>
        fields.AddMissing(_missing ??= new MissingFields.Table(), type, name);

    /// <summary>Keeps the current field as one that the types do not know.</summary>
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

    /// <summary>Checks that nothing but white space follows.</summary>
    internal void ReadEnd()
    {
        if (_json.Read())
        {
            throw new JsonException("The text goes on behind its end.");
        }
    }

    /// <summary>
    /// Moves to the field's value. Unless it is of that kind, null is dropped and anything else is kept as an extra field.
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

    /// <summary>Keeps the value of the current field, which does not fit.</summary>
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
    /// Moves to the end of the value; returns how many arrays and objects are nested in it, itself included.
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

    /// <summary>Looks at the cancellation token now and then.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CountStep()
    {
        if ((++_steps & (DecodingLimits.StepsBetweenCancellationChecks - 1)) == 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
        }
    }

    // Assigning a new reader copies it, which takes as long as reading a field.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Construct(ref Utf8JsonReader json, ReadOnlySpan<byte> utf8Json, JsonReaderOptions options);

    [DoesNotReturn]
    private static void ThrowEndsEarly() => throw new JsonException("The text ends early.");
}
