using System.Text;
using System.Text.Json;

namespace Lattice.Stripe.Serialization.Json;

/// <content>Recognizes the expected resource in a response without the header that identifies Stripe.</content>
public ref partial struct StripeJsonReader
{
    /// <summary>
    /// Returns why the root object is not recognized as the expected resource; <see langword="null"/> if it is recognized: its
    /// <c>object</c> has the expected value or, for a type without <c>object</c>, all required properties are present.
    /// </summary>
    /// <param name="missing">The required properties that the root object lacks.</param>
    internal readonly string? GetUnrecognizedReason(IReadOnlyList<string> missing)
    {
        if (IsRecognized(missing))
        {
            return null;
        }

        string detail = _expectedObject is not null && _isUnrecognizable ? $"its property object is not '{_expectedObject}'"
            : missing.Count > 0 ? $"its body lacks {MissingFields.Describe(missing)}"
            : "nothing in its body identifies the resource";
        return $"is not recognized as Stripe's: it lacks the header Request-Id (req_...), and {detail}";
    }

    /// <summary>Whether the root object that was just read is recognized as the expected resource.</summary>
    /// <param name="missing">The required properties that the root object lacks.</param>
    internal readonly bool IsRecognized(IReadOnlyList<string> missing) =>
        _hasExpectedObject || (!_isUnrecognizable && missing.Count == 0);

    /// <summary>Reads a string for which the specification has a single value. Any other value is returned unchanged.</summary>
    /// <param name="expected">The value in the specification.</param>
    public string? ReadConst(string expected)
    {
        bool isRootObject = _json.CurrentDepth == 1 && IsField("object"u8);
        Advance();
        if (_json.TokenType != JsonTokenType.String)
        {
            // Of two values of one name, the last one counts.
            _hasExpectedObject &= !isRootObject;
            KeepUnlessNull(_name);
            MoveToField();
            return null;
        }

        // The literal itself if it is the expected value, to avoid an allocation for each response.
        bool isExpected = !_json.ValueIsEscaped && Ascii.Equals(_json.ValueSpan, expected);
        string? text = isExpected ? expected : TryGetString(in _json, out string? read) ? read : null;
        if (isRootObject)
        {
            NoteExpectedObject(text == expected, isAbsent: false, expected);
        }

        if (text is null)
        {
            KeepAsExtra(_name);
        }

        MoveToField();
        return text;
    }

    /// <summary>Records whether the root object has the expected <c>object</c>. Without one, its required properties decide.</summary>
    private void NoteExpectedObject(bool isExpected, bool isAbsent, string expected)
    {
        _hasExpectedObject = isExpected;
        _isUnrecognizable |= !isExpected && !isAbsent;
        _expectedObject = expected;
    }

    /// <summary>
    /// Records that nothing in the object that was just read identifies its type. As a response, it needs the header
    /// <c>Request-Id</c>.
    /// </summary>
    public void MarkUnrecognizable()
    {
        // After the end of the root object. For a part of a resource it does not matter.
        if (_json.CurrentDepth == 0)
        {
            _isUnrecognizable = true;
        }
    }
}
