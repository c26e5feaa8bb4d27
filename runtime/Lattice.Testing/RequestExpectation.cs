using Lattice.Stripe.Testing.Assertions;
using Lattice.Stripe.Testing.Pipeline;

namespace Lattice.Stripe.Testing;

/// <summary>What a test expects of a request. What it does not name may be anything.</summary>
public sealed class RequestExpectation
{
    private readonly List<Func<ReceivedRequest, DifferenceLine>> _checks = [];
    private readonly HashSet<string> _parameters = new(StringComparer.Ordinal);

    internal RequestExpectation()
    {
    }

    /// <summary>The parameter has this value.</summary>
    /// <param name="name">The name as in <see cref="ReceivedRequest.Parameters"/>: <c>collection_options[fields]</c>.</param>
    /// <param name="value">The value as it is sent: <c>true</c>, unix seconds, an enum's text.</param>
    public RequestExpectation WithParameter(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);

        _parameters.Add(name);
        return Add(request => DifferenceLine.Compare(name, value, ParameterOf(request, name)));
    }

    /// <summary>The parameter was not sent, and nothing inside of it.</summary>
    /// <param name="name">The name as in <see cref="ReceivedRequest.Parameters"/>.</param>
    public RequestExpectation WithoutParameter(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);

        return Add(request => request.Parameters.FirstOrDefault(parameter => IsWithin(parameter.Key, name)) is { Key: { } sent } found
            ? DifferenceLine.Compare(sent, null, found.Value)
            : DifferenceLine.Compare(name, null, null));
    }

    /// <summary>The header has this value.</summary>
    /// <param name="name">The name; case does not matter.</param>
    /// <param name="value">The value. That of <c>Authorization</c> is compared too, and shown in its redacted form.</param>
    public RequestExpectation WithHeader(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);

        return name.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
            ? Add(request => CompareKeys(name, value, request))
            : Add(request => DifferenceLine.Compare(name + ":", value, request.Headers.GetValueOrDefault(name)));
    }

    /// <summary>The header was not sent.</summary>
    /// <param name="name">The name; case does not matter.</param>
    public RequestExpectation WithoutHeader(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);

        return Add(request => DifferenceLine.Compare(name + ":", null, request.Headers.GetValueOrDefault(name)));
    }

    /// <summary>The path was this one: that of <c>LoginLink.CreateForAccountAsync</c> holds the account.</summary>
    /// <param name="path">The path as it is sent, such as <c>/v1/accounts/acct_1/login_links</c>.</param>
    public RequestExpectation WithPath(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);

        return Add(request => DifferenceLine.Compare("path", path, request.Path));
    }

    internal IReadOnlyList<DifferenceLine> Compare(ReceivedRequest request)
    {
        DifferenceLine[] lines = [.. _checks.Select(check => check(request))];
        return lines.Any(line => line.Received is null && _parameters.Contains(line.Name)) ? [.. lines, .. OthersOf(request)] : lines;
    }

    /// <summary>What else was sent: a parameter that is missing may be there under the name that it should have had.</summary>
    private IEnumerable<DifferenceLine> OthersOf(ReceivedRequest request) => request.Parameters
        .Where(parameter => !_parameters.Contains(parameter.Key))
        .Select(parameter => DifferenceLine.Compare(parameter.Key, parameter.Value, parameter.Value));

    /// <summary>Two keys may look the same once they are redacted: the line says then that they are not.</summary>
    private static DifferenceLine CompareKeys(string name, string expected, ReceivedRequest request)
    {
        string shown = ApiKeyText.RedactAuthorization(expected);
        string? received = request.Headers.GetValueOrDefault(name);
        return DifferenceLine.Compare(
            name + ":", shown, received == shown && !request.HasAuthorization(expected) ? received + " of another key" : received);
    }

    private static string? ParameterOf(ReceivedRequest request, string name)
        => request.Parameters.Where(parameter => parameter.Key == name).Select(parameter => parameter.Value).LastOrDefault();

    private static bool IsWithin(string parameter, string name)
        => parameter.StartsWith(name, StringComparison.Ordinal)
        && (parameter.Length == name.Length || parameter[name.Length] is '[' or '.');

    private RequestExpectation Add(Func<ReceivedRequest, DifferenceLine> check)
    {
        _checks.Add(check);
        return this;
    }
}
