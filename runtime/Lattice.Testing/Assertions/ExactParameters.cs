namespace Lattice.Stripe.Testing.Assertions;

/// <summary>Expects these parameters and no others, in any order. If one was sent twice, the last value counts.</summary>
internal sealed class ExactParameters(IReadOnlyList<KeyValuePair<string, string>> expected)
{
    private readonly Dictionary<string, string> _expected = ByName(expected);

    public IReadOnlyList<DifferenceLine> Compare(ReceivedRequest request)
    {
        Dictionary<string, string> received = ByName(request.SentParameters);
        return
        [
            .. _expected.Keys.Union(received.Keys).Select(name => DifferenceLine.Compare(
                name, _expected.GetValueOrDefault(name), received.GetValueOrDefault(name))),
        ];
    }

    private static Dictionary<string, string> ByName(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        Dictionary<string, string> byName = new(StringComparer.Ordinal);
        foreach ((string name, string value) in parameters)
        {
            byName[name] = value;
        }

        return byName;
    }
}
