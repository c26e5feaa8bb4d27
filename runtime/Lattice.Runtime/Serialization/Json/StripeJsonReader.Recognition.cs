using System.Text;
using System.Text.Json;

namespace Lattice.Stripe.Serialization.Json;

/// <content>How a response is recognized as the expected resource when no header says that it is Stripe's.</content>
public ref partial struct StripeJsonReader
{
    /// <summary>
    /// Why the root object is not recognized as the expected resource; <see langword="null"/> if it is: its
    /// <c>object</c> has the expected value, or, for a type without <c>object</c>, all required properties are present.
    /// </summary>
    /// <param name="missing">The required properties that the root object lacks.</param>
    internal readonly string? GetUnrecognizedReason(IReadOnlyList<string> missing)
    {
        if (_hasExpectedObject || (!_isUnrecognizable && missing.Count == 0))
        {
            return null;
        }

        string detail = _expectedObject is not null && _isUnrecognizable ? $"its property object is not '{_expectedObject}'"
            : missing.Count > 0 ? $"its body lacks {MissingFields.Describe(missing)}"
            : "nothing in its body identifies the resource";
        return $"is not recognized as Stripe's: it lacks the header Request-Id (req_...), and {detail}";
    }

    /// <summary>Reads a string for which the specification gives one value. Another value is returned as it is.</summary>
    /// <param name="fields">The findings of the object that has the property.</param>
    /// <param name="expected">The value that the specification gives.</param>
    public string? ReadConst(ref ReadState fields, string expected)
    {
        bool isRootObject = _json.CurrentDepth == 1 && IsField("object"u8);
        ReadOnlySpan<byte> name = _name;
        if (!Accept(JsonTokenType.String, ref fields))
        {
            return null;
        }

        // The literal itself where it is expected: it is not allocated for each response.
        bool isExpected = !_json.ValueIsEscaped && Ascii.Equals(_json.ValueSpan, expected);
        string? text = isExpected ? expected : TryGetString(in _json, out string? read) ? read : null;
        if (isRootObject)
        {
            _hasExpectedObject = text == expected;
            _isUnrecognizable |= text != expected;
            _expectedObject = expected;
        }

        if (text is null)
        {
            KeepAsExtra(name, ref fields);
        }

        return text;
    }

    /// <summary>
    /// Notes that the object that was just read has nothing by which it could be told from another. As a response, it needs
    /// the header <c>Request-Id</c>.
    /// </summary>
    public void MarkUnrecognizable()
    {
        // Behind the end of the root object; a part of a resource does not matter.
        if (_json.CurrentDepth == 0)
        {
            _isUnrecognizable = true;
        }
    }
}
