namespace Lattice.Spec.Json;

/// <content>Numbers, and the literals true, false, and null.</content>
internal sealed partial class JsonParser
{
    private JsonValue? ParseLiteral(string literal, JsonKind kind)
    {
        int start = _position;
        if (string.CompareOrdinal(_text, start, literal, 0, literal.Length) != 0)
        {
            bool isTruncated = _text.Length - start < literal.Length
                && literal.StartsWith(_text.Substring(start), StringComparison.Ordinal);
            return Fail($"expected a value, found {Describe()}", isTruncated);
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

    private bool TrySkipDigits()
    {
        int start = _position;
        while (_position < _text.Length && _text[_position] is >= '0' and <= '9')
        {
            _position++;
        }

        return _position > start;
    }
}
