using Lattice.Stripe.Testing.Assertions;
using Lattice.Stripe.Testing.Pipeline;
using Lattice.Stripe.Testing.Redaction;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing;

/// <summary>What a test expects of a request. Parts of the request that it does not mention are not checked.</summary>
public sealed class RequestExpectation
{
    private readonly List<Func<ReceivedRequest, DifferenceLine>> _checks = [];
    private readonly HashSet<string> _parameters = new(StringComparer.Ordinal);
    private readonly List<KeyValuePair<string, string>> _values = [];
    private readonly List<string> _names = [];

    internal RequestExpectation()
    {
    }

    /// <summary>Expects a parameter with this value.</summary>
    /// <param name="name">
    /// The name as in <see cref="ReceivedRequest.Parameters"/>: <c>collection_options[fields]</c>. If the operation has no such parameter,
    /// and no request has it, the assertion fails and names the parameter that was probably meant.
    /// </param>
    /// <param name="value">
    /// The value as it is sent, such as <c>true</c>, Unix seconds, or the text of an enum value. If the parameter never has it, such as a
    /// misspelled value of an enum, and no request has it, the assertion fails and says what the parameter takes.
    /// </param>
    public RequestExpectation WithParameter(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);

        _parameters.Add(name);
        _names.Add(name);
        _values.Add(KeyValuePair.Create(name, value));
        return Add(request => DifferenceLine.Compare(name, value, ParameterOf(request, name)));
    }

    /// <summary>Expects that neither the parameter nor a parameter inside it was sent.</summary>
    /// <param name="name">
    /// The name as in <see cref="ReceivedRequest.Parameters"/>. If it is misspelled, the assertion fails, because it would always succeed.
    /// </param>
    public RequestExpectation WithoutParameter(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);

        _names.Add(name);
        return Add(request => request.SentParameters.FirstOrDefault(parameter => IsWithin(parameter.Key, name)) is { Key: { } sent } found
            ? DifferenceLine.Compare(sent, null, found.Value)
            : DifferenceLine.Compare(name, null, null));
    }

    /// <summary>Expects a header with this value.</summary>
    /// <param name="name">The name, which is not case-sensitive.</param>
    /// <param name="value">The value. Keys, cookies and signatures are compared as well, but messages show them redacted.</param>
    public RequestExpectation WithHeader(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);

        return Add(request =>
        {
            string? received = request.Headers.GetValueOrDefault(name);
            return DifferenceLine.OfRedacted(
                name + ":", ReceivedHeaders.Redact(name, value), received, isDifferent: !request.HasHeader(name, value));
        });
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

        return Add(request => DifferenceLine.OfRedacted(
            "path", SecretText.Redact(path), request.Path, isDifferent: !request.HasPath(path)));
    }

    /// <summary>Finishes the description.</summary>
    /// <param name="operation">The operation whose requests are expected.</param>
    /// <param name="received">Its requests.</param>
    /// <exception cref="StripeAssertionException">
    /// The operation does not have a parameter that the test names, or the parameter never has the value.
    /// </exception>
    internal Expectation For(Operation operation, OperationRequests received)
    {
        foreach (string name in _names)
        {
            // A caller can send parameters that the slice does not have, and a test can expect that it does not.
            var expected = ExpectedName.Of(name, operation);
            if (expected.Error is { } error
                && (expected.IsMisspelled || _parameters.Contains(name))
                && !received.Received.Any(request => WasSent(name, request)))
            {
                throw new StripeAssertionException($"The operation {received.Operation} {MessageText.Show(error)}");
            }
        }

        ExpectedValue.Check(_values, operation, received);
        return new Expectation(Compare, NeedsContent: _names.Count > 0);
    }

    private DifferenceLine[] Compare(ReceivedRequest request)
    {
        DifferenceLine[] lines = [.. _checks.Select(check => check(request))];
        return lines.Any(line => line.Received is null && _parameters.Contains(line.Name)) ? [.. lines, .. OthersOf(request)] : lines;
    }

    private static bool WasSent(string name, ReceivedRequest request) => request.SentParameters.Any(sent => IsWithin(sent.Key, name));

    /// <summary>The other parameters, because a missing parameter may have been sent under another name.</summary>
    private IEnumerable<DifferenceLine> OthersOf(ReceivedRequest request) => request.SentParameters
        .Where(parameter => !_parameters.Contains(parameter.Key))
        .Select(parameter => DifferenceLine.Compare(parameter.Key, parameter.Value, parameter.Value));

    private static string? ParameterOf(ReceivedRequest request, string name)
        => request.SentParameters.Where(parameter => parameter.Key == name).Select(parameter => parameter.Value).LastOrDefault();

    private static bool IsWithin(string parameter, string name)
        => parameter.StartsWith(name, StringComparison.Ordinal)
        && (parameter.Length == name.Length || parameter[name.Length] is '[' or '.');

    private RequestExpectation Add(Func<ReceivedRequest, DifferenceLine> check)
    {
        _checks.Add(check);
        return this;
    }
}
