using Lattice.Stripe.Testing.Assertions;
using Lattice.Stripe.Testing.Pipeline;

namespace Lattice.Stripe.Testing;

/// <summary>What a test expects of a request. Parts of the request that it does not mention are not checked.</summary>
public sealed class RequestExpectation
{
    private readonly List<Func<ReceivedRequest, DifferenceLine>> _checks = [];
    private readonly HashSet<string> _parameters = new(StringComparer.Ordinal);

    internal RequestExpectation()
    {
    }

    /// <summary>Expects a parameter with this value.</summary>
    /// <param name="name">The name as in <see cref="ReceivedRequest.Parameters"/>: <c>collection_options[fields]</c>.</param>
    /// <param name="value">The value as it is sent, such as <c>true</c>, Unix seconds, or the text of an enum value.</param>
    public RequestExpectation WithParameter(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);

        _parameters.Add(name);
        return Add(request => DifferenceLine.Compare(name, value, ParameterOf(request, name)));
    }

    /// <summary>Expects that neither the parameter nor a parameter inside it was sent.</summary>
    /// <param name="name">The name as in <see cref="ReceivedRequest.Parameters"/>.</param>
    public RequestExpectation WithoutParameter(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);

        return Add(request => request.Parameters.FirstOrDefault(parameter => IsWithin(parameter.Key, name)) is { Key: { } sent } found
            ? DifferenceLine.Compare(sent, null, found.Value)
            : DifferenceLine.Compare(name, null, null));
    }

    /// <summary>Expects a header with this value.</summary>
    /// <param name="name">The name, which is not case-sensitive.</param>
    /// <param name="value">The value. The value of <c>Authorization</c> is compared as well, but messages show it redacted.</param>
    public RequestExpectation WithHeader(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);

        return name.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
            ? Add(request => CompareAuthorization(name, value, request))
            : Add(request => DifferenceLine.Compare(name + ":", value, request.Headers.GetValueOrDefault(name)));
    }

    /// <summary>Expects that the header was not sent.</summary>
    /// <param name="name">The name, which is not case-sensitive.</param>
    public RequestExpectation WithoutHeader(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);

        return Add(request => DifferenceLine.Compare(name + ":", null, request.Headers.GetValueOrDefault(name)));
    }

    /// <summary>Expects this path; for example, the path of <c>LoginLink.CreateForAccountAsync</c> contains the account.</summary>
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

    /// <summary>The other parameters, because a missing parameter may have been sent under another name.</summary>
    private IEnumerable<DifferenceLine> OthersOf(ReceivedRequest request) => request.Parameters
        .Where(parameter => !_parameters.Contains(parameter.Key))
        .Select(parameter => DifferenceLine.Compare(parameter.Key, parameter.Value, parameter.Value));

    /// <summary>Compares the keys. If two different keys look the same when redacted, the line says so.</summary>
    private static DifferenceLine CompareAuthorization(string name, string expected, ReceivedRequest request)
    {
        string shown = ApiKeyText.RedactAuthorization(expected);
        string? received = request.Headers.GetValueOrDefault(name);
        return DifferenceLine.Compare(
            name + ":", shown, received == shown && !request.HasAuthorization(expected) ? received + " (another key)" : received);
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
