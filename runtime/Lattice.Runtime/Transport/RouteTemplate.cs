using System.Text;

namespace Lattice.Stripe.Transport;

/// <summary>The path of an operation, such as <c>/v1/accounts/{account}/login_links</c>.</summary>
internal sealed class RouteTemplate
{
    // The literal parts around the placeholders; one more than there are placeholders.
    private readonly string[] _literals;

    // The last address that was made of a route without placeholders: nearly always there is one base address only.
    private StaticAddress? _lastStatic;

    /// <exception cref="ArgumentException">The text does not start with a slash or a brace is not closed.</exception>
    public RouteTemplate(string text)
    {
        Text = text;
        _literals = Split(text);
    }

    public string Text { get; }

    /// <summary>The address of the operation below <paramref name="baseAddress"/>.</summary>
    /// <exception cref="ArgumentException">There are not as many values as placeholders, or a value could change the path.</exception>
    public Uri GetAddress(Uri baseAddress, PathParameters values)
    {
        if (values.Count != _literals.Length - 1)
        {
            throw new ArgumentException(
                $"The route {Text} has {_literals.Length - 1} path parameters, but {values.Count} values were given.", nameof(values));
        }

        return values.Count == 0 ? GetStaticAddress(baseAddress) : MakeAddress(baseAddress, values);
    }

    private Uri GetStaticAddress(Uri baseAddress)
    {
        StaticAddress? last = _lastStatic;
        if (last is null || !ReferenceEquals(last.Base, baseAddress))
        {
            _lastStatic = last = new StaticAddress(baseAddress, new Uri(baseAddress, Text[1..]));
        }

        return last.Address;
    }

    private Uri MakeAddress(Uri baseAddress, PathParameters values)
    {
        var path = new StringBuilder(_literals[0][1..]);
        for (int i = 0; i < values.Count; i++)
        {
            path.Append(EscapeSegment(values[i])).Append(_literals[i + 1]);
        }

        return new Uri(baseAddress, path.ToString());
    }

    // "." and ".." stay as they are when escaped, and would be resolved as steps in the path.
    private string EscapeSegment(string value) => value is null or "" or "." or ".."
        ? throw new ArgumentException($"A path parameter of {Text} is null, empty, '.' or '..'; it has to be the id of an object.", nameof(value))
        : Uri.EscapeDataString(value);

    private static string[] Split(string text)
    {
        if (text[0] != '/')
        {
            throw new ArgumentException($"The route '{text}' has to start with a slash.", nameof(text));
        }

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

    private sealed record StaticAddress(Uri Base, Uri Address);
}
