using Lattice.Conformance.SpecReading;

namespace Lattice.Conformance.Encoding;

/// <summary>Says in which parameters a form differs from what is expected.</summary>
internal static class FormComparison
{
    private const int MostDifferences = 3;

    public static IEnumerable<string> Compare(string expected, string actual)
    {
        if (expected == actual)
        {
            return [];
        }

        string[] wanted = Split(expected);
        string[] got = Split(actual);
        string[] differences =
        [
            .. wanted.Except(got).Select(parameter => $"expected {Shorten(parameter)}, got {FindSameName(got, parameter)}"),
            .. got.Except(wanted).Where(parameter => FindSameName(wanted, parameter) == "nothing").Select(parameter => $"expected nothing, got {Shorten(parameter)}"),
        ];
        if (differences.Length == 0)
        {
            string first = wanted.Zip(got).Where(pair => pair.First != pair.Second).Select(pair => $"expected {Shorten(pair.First)} where {Shorten(pair.Second)} is").FirstOrDefault("parameters are repeated");
            return [$"the order differs: {first}"];
        }

        return differences.Take(MostDifferences);
    }

    private static string[] Split(string form) => form.Split('&', StringSplitOptions.RemoveEmptyEntries);

    private static string FindSameName(IEnumerable<string> parameters, string parameter)
    {
        string name = parameter[..(parameter.IndexOf('=') + 1)];
        return parameters.FirstOrDefault(other => other.StartsWith(name, StringComparison.Ordinal)) is { } same ? Shorten(same) : "nothing";
    }

    private static string Shorten(string parameter) => Texts.Shorten(parameter);
}
