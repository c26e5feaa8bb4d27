using System.Runtime.CompilerServices;

namespace Lattice.Spec.Json;

/// <summary>
/// Parses a JSON text (RFC 8259) into values that know where they stand. It is strict: no comments, no trailing commas, no name that
/// an object has twice, no half of a surrogate pair, and at most 512 levels.
/// </summary>
internal sealed partial class JsonParser
{
    /// <summary>How many arrays and objects may be within each other.</summary>
    public const int MaxDepth = 512;

    private readonly string _text;
    private readonly JsonStrings _strings = new();
    private int _position;
    private int _depth;
    private InvalidJson? _error;

    private JsonParser(string text) => _text = text;

    /// <param name="text">The text; a byte order mark at its start is skipped.</param>
    /// <param name="error">What is wrong with the text if the result is <see langword="null"/>: the first error in it.</param>
    public static JsonValue? Parse(string text, out InvalidJson? error)
    {
        var parser = new JsonParser(text);
        JsonValue? root = parser.ParseDocument();
        error = parser._error;
        return error is null ? root : null;
    }

    private JsonValue? ParseDocument()
    {
        if (_text.Length > 0 && _text[0] == '\uFEFF')
        {
            _position = 1;
        }

        SkipWhiteSpace();
        if (_position == _text.Length)
        {
            return Fail("the text is empty", isTruncated: true);
        }

        JsonValue? root = ParseValue();
        SkipWhiteSpace();
        return root is null || _position == _text.Length ? root : Fail($"there is {Describe()} behind the end of the document");
    }

    private JsonValue? ParseValue()
    {
        if (_position == _text.Length)
        {
            return Fail("a value is expected", isTruncated: true);
        }

        char c = _text[_position];
        return c switch
        {
            '{' or '[' when _depth == MaxDepth => Fail($"it has more than {MaxDepth} levels"),
            '{' => ParseObject(),
            '[' => ParseArray(),
            '"' => ParseString() is { } text ? JsonValue.CreateString(text.Text, text.Offset) : null,
            't' => ParseLiteral("true", JsonKind.True),
            'f' => ParseLiteral("false", JsonKind.False),
            'n' => ParseLiteral("null", JsonKind.Null),
            '-' or (>= '0' and <= '9') => ParseNumber(),
            _ => Fail($"a value is expected, not {Describe()}"),
        };
    }

    private JsonValue? ParseObject()
    {
        int start = _position++;
        _depth++;
        var members = new List<JsonMember>();
        HashSet<string>? names = null;
        SkipWhiteSpace();
        if (!TrySkip('}'))
        {
            do
            {
                SkipWhiteSpace();
                if (ParseMember() is not { } member)
                {
                    return null;
                }

                if (!IsNew(member.Name, members, ref names))
                {
                    _position = member.Offset;
                    return Fail($"it has the key \"{member.Name}\" twice in one object");
                }

                members.Add(member);
                SkipWhiteSpace();
            }
            while (TrySkip(','));

            if (!TrySkip('}'))
            {
                return FailExpecting("',' or '}'");
            }
        }

        _depth--;
        return JsonValue.CreateObject(members.Count == 0 ? JsonMembers.Empty : new JsonMembers(members), start);
    }

    private JsonMember? ParseMember()
    {
        if (_position == _text.Length || _text[_position] != '"')
        {
            FailExpecting("a name in quotation marks");
            return null;
        }

        if (ParseString() is not { } name)
        {
            return null;
        }

        SkipWhiteSpace();
        if (!TrySkip(':'))
        {
            FailExpecting("':'");
            return null;
        }

        SkipWhiteSpace();
        return ParseValue() is { } value ? new JsonMember(name.Text, value, name.Offset) : null;
    }

    /// <summary>Whether no member has the name yet; large objects are looked through by hash.</summary>
    private static bool IsNew(string name, List<JsonMember> members, ref HashSet<string>? names)
    {
        const int MaxSearched = 16;
        if (members.Count < MaxSearched)
        {
            foreach (JsonMember member in members)
            {
                if (member.Name == name)
                {
                    return false;
                }
            }

            return true;
        }

        names ??= new HashSet<string>(members.Select(member => member.Name), StringComparer.Ordinal);
        return names.Add(name);
    }

    private JsonValue? ParseArray()
    {
        int start = _position++;
        _depth++;
        var items = new List<JsonValue>();
        SkipWhiteSpace();
        if (!TrySkip(']'))
        {
            do
            {
                SkipWhiteSpace();
                if (ParseValue() is not { } item)
                {
                    return null;
                }

                items.Add(item);
                SkipWhiteSpace();
            }
            while (TrySkip(','));

            if (!TrySkip(']'))
            {
                return FailExpecting("',' or ']'");
            }
        }

        _depth--;
        return JsonValue.CreateArray([.. items], start);
    }

    private JsonValue? ParseLiteral(string literal, JsonKind kind)
    {
        int start = _position;
        if (string.CompareOrdinal(_text, start, literal, 0, literal.Length) != 0)
        {
            bool isCutOff = _text.Length - start < literal.Length && literal.StartsWith(_text.Substring(start), StringComparison.Ordinal);
            return Fail($"a value is expected, not {Describe()}", isCutOff);
        }

        _position += literal.Length;
        return JsonValue.CreateLiteral(kind, start);
    }

    private JsonValue? ParseNumber()
    {
        int start = _position;
        TrySkip('-');
        bool isValid = TrySkip('0') || TrySkipDigits();
        if (isValid && TrySkip('.'))
        {
            isValid = TrySkipDigits();
        }

        if (isValid && (TrySkip('e') || TrySkip('E')))
        {
            _ = TrySkip('+') || TrySkip('-');
            isValid = TrySkipDigits();
        }

        return isValid ? JsonValue.CreateNumber(_strings.Get(_text, start, _position - start), start) : FailExpecting("a digit");
    }

    private bool TrySkip(char c)
    {
        if (_position == _text.Length || _text[_position] != c)
        {
            return false;
        }

        _position++;
        return true;
    }

    private bool TrySkipDigits()
    {
        int start = _position;
        while (_position < _text.Length && _text[_position] is >= '0' and <= '9')
        {
            _position++;
        }

        return _position > start;
    }

    [MethodImpl(HotPath.Optimized)]
    private void SkipWhiteSpace()
    {
        while (_position < _text.Length && _text[_position] is ' ' or '\t' or '\n' or '\r')
        {
            _position++;
        }
    }

    private JsonValue? FailExpecting(string what) => _position == _text.Length
        ? Fail($"{what} is expected", isTruncated: true)
        : Fail($"{what} is expected, not {Describe()}");

    private JsonValue? Fail(string message, bool isTruncated = false)
    {
        _error ??= new InvalidJson(message, _position) { IsTruncated = isTruncated };
        return null;
    }

    /// <summary>The character here, as a message shows it.</summary>
    private string Describe()
    {
        char c = _text[_position];
        return c is > ' ' and <= '~' ? $"'{c}'" : $"the character U+{(int)c:X4}";
    }
}
