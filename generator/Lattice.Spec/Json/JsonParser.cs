using System.Runtime.CompilerServices;

namespace Lattice.Spec.Json;

/// <summary>
/// Parses a JSON text (RFC 8259) into values with their locations. It is strict: no comments, no trailing commas, no duplicate names in an
/// object, no unpaired surrogates, and at most 512 levels of nesting.
/// </summary>
internal sealed partial class JsonParser
{
    /// <summary>The maximum depth of nested arrays and objects.</summary>
    public const int MaxDepth = 512;

    private readonly string _text;
    private readonly JsonStrings _strings = new();
    private int _position;
    private int _depth;
    private InvalidJson? _error;

    private JsonParser(string text) => _text = text;

    /// <param name="text">The text; a byte order mark at its start is skipped.</param>
    /// <param name="error">The first error in the text; <see langword="null"/> if it is valid.</param>
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
        return root is null || _position == _text.Length ? root : Fail($"unexpected {Describe()} after the end of the document");
    }

    private JsonValue? ParseValue()
    {
        if (_position == _text.Length)
        {
            return FailExpecting("a value");
        }

        char c = _text[_position];
        return c switch
        {
            '{' or '[' when _depth == MaxDepth => Fail($"arrays and objects are nested more than {MaxDepth} levels deep"),
            '{' => ParseObject(),
            '[' => ParseArray(),
            '"' => ParseString() is { } text ? JsonValue.CreateString(text.Text, text.Offset) : null,
            't' => ParseLiteral("true", JsonKind.True),
            'f' => ParseLiteral("false", JsonKind.False),
            'n' => ParseLiteral("null", JsonKind.Null),
            '-' or (>= '0' and <= '9') => ParseNumber(),
            _ => FailExpecting("a value"),
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
                    return Fail($"an object contains the key \"{member.Name}\" twice");
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
            FailExpecting("a name in double quotation marks");
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

    /// <summary>Whether no member has the name yet. Large objects are searched by hash.</summary>
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

    private bool TrySkip(char c)
    {
        if (_position == _text.Length || _text[_position] != c)
        {
            return false;
        }

        _position++;
        return true;
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
        ? Fail($"expected {what}, found the end of the text", isTruncated: true)
        : Fail($"expected {what}, found {Describe()}");

    private JsonValue? Fail(string message, bool isTruncated = false)
    {
        _error ??= new InvalidJson(message, _position) { IsTruncated = isTruncated };
        return null;
    }

    /// <summary>The character at the current position, for a message.</summary>
    private string Describe()
    {
        char c = _text[_position];
        return c is > ' ' and <= '~' ? $"'{c}'" : $"the character U+{(int)c:X4}";
    }
}
