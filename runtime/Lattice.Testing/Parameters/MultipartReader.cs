using System.Globalization;
using System.Text;

namespace Lattice.Stripe.Testing.Parameters;

/// <summary>
/// Splits a multipart body at its boundary (RFC 2046, section 5.1.1). ASP.NET Core has such a reader, but tests must run without it.
/// </summary>
internal ref struct MultipartReader
{
    /// <summary>The maximum length of a part's headers in bytes. Parsers of headers need not be fast for long ones.</summary>
    private const int MaximumHeaderLength = 16 * 1024;

    private readonly ReadOnlySpan<byte> _body;

    /// <summary>The delimiter of parts: a line break, two hyphens, and the boundary.</summary>
    private readonly ReadOnlySpan<byte> _delimiter;

    private int _position;
    private bool _hasEnded;

    public MultipartReader(ReadOnlySpan<byte> body, string boundary)
    {
        _body = body;
        _delimiter = Encoding.UTF8.GetBytes("\r\n--" + boundary);
        SkipPreamble();
    }

    private static ReadOnlySpan<byte> NewLine => "\r\n"u8;

    /// <summary>Reads the next part.</summary>
    /// <returns>The part; null after the last one.</returns>
    /// <exception cref="InvalidDataException">The body ends too early, or the part's headers cannot be read.</exception>
    public MultipartPart? Read()
    {
        if (_hasEnded)
        {
            return null;
        }

        PartDisposition? disposition = null;
        string? contentType = null;
        int limit = _position + MaximumHeaderLength;
        while (ReadLine(limit) is { Length: > 0 } line)
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                throw new InvalidDataException("a part has a header without a name");
            }

            ReadOnlySpan<char> name = line.AsSpan(0, colon);
            string value = line[(colon + 1)..].Trim();
            if (name.Equals("Content-Disposition", StringComparison.OrdinalIgnoreCase))
            {
                disposition = disposition is null
                    ? PartDisposition.Read(value)
                    : throw new InvalidDataException("a part has two headers with the name Content-Disposition");
            }
            else if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            {
                contentType = value;
            }
        }

        return new MultipartPart(disposition, contentType, ReadContent());
    }

    /// <summary>Skips the first boundary and the text before it, which belongs to no part.</summary>
    private void SkipPreamble()
    {
        if (!_body.StartsWith(_delimiter[NewLine.Length..]) || !TryEndDelimiter(_delimiter.Length - NewLine.Length))
        {
            ReadContent();
        }
    }

    /// <summary>Reads the content up to the next boundary, and skips the boundary.</summary>
    private byte[] ReadContent()
    {
        int start = _position;
        int end = start;
        while (_body[end..].IndexOf(_delimiter) is >= 0 and int offset)
        {
            end += offset;
            if (TryEndDelimiter(end + _delimiter.Length))
            {
                return _body[start..end].ToArray();
            }

            end += _delimiter.Length;
        }

        throw new InvalidDataException("it ends before its last boundary");
    }

    /// <summary>
    /// Skips the rest of a boundary's line: two hyphens after the last boundary, and blanks. If there is any other text, the line is
    /// content of a part.
    /// </summary>
    private bool TryEndDelimiter(int position)
    {
        ReadOnlySpan<byte> rest = _body[position..];
        _hasEnded = rest.StartsWith("--"u8);
        if (_hasEnded)
        {
            return true;
        }

        int padding = rest.IndexOfAnyExcept((byte)' ', (byte)'\t');
        if (padding < 0 || !rest[padding..].StartsWith(NewLine))
        {
            return false;
        }

        _position = position + padding + NewLine.Length;
        return true;
    }

    private string ReadLine(int limit)
    {
        int length = _body[_position..].IndexOf(NewLine);
        if (length < 0)
        {
            throw new InvalidDataException("it ends within the headers of a part");
        }

        if (_position + length > limit)
        {
            throw new InvalidDataException(
                string.Create(CultureInfo.InvariantCulture, $"the headers of a part have more than {MaximumHeaderLength} bytes"));
        }

        if (!Utf8Text.TryDecode(_body.Slice(_position, length), out string line))
        {
            throw new InvalidDataException("a header of a part is not UTF-8 text");
        }

        _position += length + NewLine.Length;
        return line;
    }
}
