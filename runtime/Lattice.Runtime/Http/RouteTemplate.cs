using System.Globalization;
using System.Text;

namespace Lattice.Stripe.Http;

/// <summary>The path of an operation, such as <c>/v1/accounts/{account}/login_links</c>.</summary>
internal sealed class RouteTemplate
{
    // The literal parts around the placeholders; one more than there are placeholders.
    private readonly string[] _literals;
    private readonly int _segments;

    // The last address of a route without placeholders. Nearly always there is only one base address.
    private StaticAddress? _lastStatic;

    /// <exception cref="ArgumentException">The text is not a path, or a brace is not closed.</exception>
    public RouteTemplate(string text)
    {
        Text = text;
        _segments = CountSegments(text);
        _literals = text.Contains('{') ? Split(text) : [text];
    }

    public readonly string Text;

    /// <summary>Returns the address of the operation below <paramref name="baseAddress"/>, whose path ends with a slash.</summary>
    /// <exception cref="ArgumentException">
    /// The number of values differs from that of the placeholders, or a value could change the path.
    /// </exception>
    public Uri GetAddress(Uri baseAddress, PathParameters values)
    {
        int count = values.Count;
        return count != _literals.Length - 1 ? throw WrongCount(values)
            : count == 0 ? GetStaticAddress(baseAddress)
            : CreateAddress(baseAddress, Fill(values));
    }

    /// <summary>Returns the path with the values, which an address of the operation ends with.</summary>
    public string GetPath(PathParameters values) => values.Count == 0 ? Text : Fill(values);

    private Uri GetStaticAddress(Uri baseAddress)
    {
        StaticAddress? last = _lastStatic;
        if (last is null || !ReferenceEquals(last.Base, baseAddress))
        {
            _lastStatic = last = new StaticAddress(baseAddress, CreateAddress(baseAddress, Text));
        }

        return last.Address;
    }

    private string Fill(PathParameters values)
    {
        var path = new StringBuilder(_literals[0]);
        for (int i = 0; i < values.Count; i++)
        {
            path.Append(EscapeSegment(values[i])).Append(_literals[i + 1]);
        }

        return path.ToString();
    }

    /// <summary>
    /// Appends the path to the base address. It is not resolved, because a reference can name another host. The result is checked: it must
    /// be on the same host, below the base path, with the same number of segments.
    /// </summary>
    private Uri CreateAddress(Uri baseAddress, string path)
    {
        var address = new Uri(baseAddress.AbsoluteUri + path[1..]);
        bool isBelow = address.Scheme == baseAddress.Scheme
            && address.Authority == baseAddress.Authority
            && address.UserInfo.Length == 0
            && address.AbsolutePath.StartsWith(baseAddress.AbsolutePath, StringComparison.Ordinal)
            && address.AbsolutePath.AsSpan(baseAddress.AbsolutePath.Length - 1).Count('/') == _segments
            && address is { Query: "", Fragment: "" };
        return isBelow ? address : throw CreateException(path);
    }

    private ArgumentException CreateException(string path) => new(
        $"The route {Text} leaves the base address. It must be a path such as /v1/accounts, without '.', '..' and empty segments.",
        nameof(path));

    private ArgumentException WrongCount(PathParameters values) => new(
        "The route " + Text + " has " + GetText(_literals.Length - 1) + " path parameters, but " + GetText(values.Count)
        + " values were passed.", nameof(values));

    private static string GetText(int number) => number.ToString(CultureInfo.InvariantCulture);

    // "." and ".." are not changed by escaping, and would be resolved as path segments.
    private string EscapeSegment(string value) => value is null or "" or "." or ".."
        ? throw new ArgumentException(
            $"A path parameter of {Text} is null, empty, '.' or '..'; it must be the id of an object.", nameof(value))
        : Uri.EscapeDataString(value);

    private static int CountSegments(string text)
    {
        int count = 0;
        int start = 0;
        bool isPath = text[0] == '/';
        while (isPath && start < text.Length)
        {
            int end = text.IndexOf('/', start + 1);
            end = end < 0 ? text.Length : end;
            isPath = IsSegment(text.AsSpan(start + 1, end - start - 1));
            start = end;
            count++;
        }

        return isPath ? count : throw new ArgumentException(
            $"The route '{text}' is not a path. A route starts with one slash and has no empty, '.' or '..' segment, backslash, query "
            + "or white space.",
            nameof(text));
    }

    private static bool IsSegment(ReadOnlySpan<char> segment)
    {
        foreach (char character in segment)
        {
            if (character is <= ' ' or '\\' or '?' or '#')
            {
                return false;
            }
        }

        // A dot may be encoded.
        return segment.Length > 0
            && (segment.Length > 6 || segment.ToString().Replace("%2e", ".", StringComparison.OrdinalIgnoreCase) is not ("." or ".."));
    }

    private static string[] Split(string text)
    {
        List<string> literals = [];
        int start = 0;
        while (text.IndexOf('{', start) is var open and >= 0)
        {
            int close = text.IndexOf('}', open);
            if (close < 0)
            {
                throw new ArgumentException($"The route '{text}' has a brace that is not closed.", nameof(text));
            }

            literals.Add(text[start..open]);
            start = close + 1;
        }

        literals.Add(text[start..]);
        return [.. literals];
    }

    private sealed class StaticAddress(Uri baseAddress, Uri address)
    {
        public readonly Uri Base = baseAddress;

        public readonly Uri Address = address;
    }
}
