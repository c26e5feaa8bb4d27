using System.Runtime.CompilerServices;
using System.Text;

namespace Lattice.Spec.Json;

/// <content>Strings, which include the names of members.</content>
internal sealed partial class JsonParser
{
    /// <summary>Parses the string that starts here.</summary>
    [MethodImpl(HotPath.Optimized)]
    private (string Text, int Offset)? ParseString()
    {
        int start = _position++;
        StringBuilder? unescaped = null;
        int chunk = _position;
        while (_position < _text.Length)
        {
            char c = _text[_position];
            if (c == '"')
            {
                string text = unescaped is null
                    ? _strings.Get(_text, chunk, _position - chunk)
                    : unescaped.Append(_text, chunk, _position - chunk).ToString();
                _position++;
                return IsUnicode(text) ? (text, start) : FailString("a string contains an unpaired surrogate", start);
            }

            if (c < ' ')
            {
                return FailString($"a string contains {Describe()}, which must be escaped", _position);
            }

            if (c != '\\')
            {
                _position++;
                continue;
            }

            (unescaped ??= new StringBuilder()).Append(_text, chunk, _position - chunk);
            if (!TryUnescape(unescaped))
            {
                return null;
            }

            chunk = _position;
        }

        return FailString("a string has no closing quotation mark", _text.Length, isTruncated: true);
    }

    private bool TryUnescape(StringBuilder text)
    {
        const int HexLength = 4;
        char escape = _position + 1 < _text.Length ? _text[_position + 1] : '\0';
        int index = "\"\\/bfnrt".IndexOf(escape);
        if (index >= 0 && escape != '\0')
        {
            text.Append("\"\\/\b\f\n\r\t"[index]);
            _position += 2;
            return true;
        }

        if (escape == 'u' && _position + 2 + HexLength <= _text.Length && TryParseHex(_position + 2, HexLength) is { } unit)
        {
            text.Append(unit);
            _position += 2 + HexLength;
            return true;
        }

        bool isTruncated = escape == '\0' || (escape == 'u' && _position + 2 + HexLength > _text.Length);
        FailString("a string contains an invalid escape sequence", _position, isTruncated);
        return false;
    }

    private char? TryParseHex(int start, int length)
    {
        int value = 0;
        for (int i = start; i < start + length; i++)
        {
            int digit = _text[i] switch
            {
                >= '0' and <= '9' => _text[i] - '0',
                >= 'a' and <= 'f' => _text[i] - 'a' + 10,
                >= 'A' and <= 'F' => _text[i] - 'A' + 10,
                _ => -1,
            };
            if (digit < 0)
            {
                return null;
            }

            value = (value * 16) + digit;
        }

        return (char)value;
    }

    [MethodImpl(HotPath.Optimized)]
    private static bool IsUnicode(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (!char.IsHighSurrogate(text[i]) || ++i == text.Length || !char.IsLowSurrogate(text[i])))
            {
                return false;
            }
        }

        return true;
    }

    private (string Text, int Offset)? FailString(string message, int offset, bool isTruncated = false)
    {
        _error ??= new InvalidJson(message, offset) { IsTruncated = isTruncated };
        return null;
    }
}
