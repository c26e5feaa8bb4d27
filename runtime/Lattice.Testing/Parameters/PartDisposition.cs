using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Lattice.Stripe.Testing.Parameters;

/// <summary>The <c>Content-Disposition</c> of a part (RFC 7578, section 4.2).</summary>
/// <param name="Name">The parameter's name; empty if the part has none.</param>
/// <param name="FileName">The file's name; empty if the part is no file.</param>
internal sealed partial record PartDisposition(string Name, string FileName)
{
    private const string FileNameStar = "filename*";

    /// <exception cref="InvalidDataException">The header cannot be read as a whole, so that a name would be lost.</exception>
    public static PartDisposition Read(string header)
    {
        if (!ContentDispositionHeaderValue.TryParse(header, out ContentDispositionHeaderValue? parsed))
        {
            throw new InvalidDataException("the Content-Disposition of a part cannot be read");
        }

        if (!parsed.DispositionType.Equals("form-data", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidDataException("the Content-Disposition of a part is not form-data");
        }

        if (FindRepeated(parsed) is { } repeated)
        {
            throw new InvalidDataException($"the Content-Disposition of a part has the parameter {repeated} twice");
        }

        var disposition = new PartDisposition(Unquote(Find(parsed, "name"), parsed.Name), ReadFileName(parsed));
        CheckEncoding(header, disposition);
        return disposition;
    }

    /// <summary>The extended parameter counts if both were sent (RFC 6266, section 4.3).</summary>
    private static string ReadFileName(ContentDispositionHeaderValue parsed)
    {
        if (Find(parsed, FileNameStar) is not { } extended)
        {
            return Unquote(Find(parsed, "filename"), parsed.FileName);
        }

        // The parser of .NET accepts the parameter without a value, and throws when it is read.
        return extended.Value is null
            ? throw new InvalidDataException($"the parameter {FileNameStar} in the Content-Disposition of a part has no value")
            : parsed.FileNameStar ?? throw new InvalidDataException(
                $"the parameter {FileNameStar} in the Content-Disposition of a part is not encoded as in RFC 8187, such as UTF-8''a%20b.png");
    }

    private static string? FindRepeated(ContentDispositionHeaderValue parsed) => ((string[])["name", "filename", FileNameStar])
        .FirstOrDefault(name => parsed.Parameters.Count(parameter => Is(parameter, name)) > 1);

    private static bool Is(NameValueHeaderValue parameter, string name) => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static NameValueHeaderValue? Find(ContentDispositionHeaderValue parsed, string name)
        => parsed.Parameters.FirstOrDefault(parameter => Is(parameter, name));

    /// <summary>
    /// The text of a parameter. .NET leaves the escapes in a quoted string. Browsers do not escape backslashes, so one before any other
    /// character is literal, and then all are.
    /// </summary>
    /// <param name="parameter">The parameter; null if absent.</param>
    /// <param name="decoded">Its value without quotation marks or, as in mails (RFC 2047), decoded; null if absent.</param>
    private static string Unquote(NameValueHeaderValue? parameter, string? decoded)
        => parameter?.Value is not ['"', .. var inner, '"'] || decoded?.Trim('"') != inner.Trim('"') ? decoded ?? ""
        : EscapedText().IsMatch(inner) ? Escape().Replace(inner, "$1")
        : inner;

    /// <summary>
    /// Checks names that have an encoding of their own (RFC 8187, RFC 2047). The parser of .NET replaces bytes that it cannot decode.
    /// </summary>
    private static void CheckEncoding(string header, PartDisposition disposition)
    {
        bool wasSent = header.Contains('\uFFFD', StringComparison.Ordinal)
            || header.Contains("%EF%BF%BD", StringComparison.OrdinalIgnoreCase);
        string decoded = disposition.Name + disposition.FileName;
        if (decoded.Contains('\uFFFD', StringComparison.Ordinal) && !wasSent)
        {
            throw new InvalidDataException("the Content-Disposition of a part is not UTF-8 text");
        }
    }

    [GeneratedRegex("""^(?:[^\\]|\\["\\])*\z""")]
    private static partial Regex EscapedText();

    [GeneratedRegex("""\\(["\\])""")]
    private static partial Regex Escape();
}
