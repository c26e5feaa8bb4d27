namespace Lattice.Parity;

/// <summary>The command line.</summary>
/// <param name="Spec">The specification that requests are made from, and that the stand-in answers by.</param>
/// <param name="Server">What the stand-in is compared with; null: itself, behind its own loopback server.</param>
/// <param name="Differences">The file that lists the differences that are known.</param>
/// <param name="All">Whether known differences are printed one by one.</param>
internal sealed record Options(string Spec, Uri? Server, string Differences, bool All)
{
    private const string Usage =
        """
        Usage: Lattice.Parity --spec FILE [--server URL] [--differences FILE] [--all]
          --spec FILE         Stripe's OpenAPI document as JSON, whole or in part.
          --server URL        A server that speaks Stripe, such as stripe-mock. Without it the stand-in is compared with
                              itself behind HTTP.
          --differences FILE  The known differences; the program brings its own list.
          --all               Print known differences as well.
        Exit code: 0 if no difference is unknown, 1 if one is, 2 for wrong usage, 3 if nothing could be compared.
        """;

    private static string OwnDifferences => Path.Combine(AppContext.BaseDirectory, "differences.md");

    /// <returns>Null if the usage is wrong, which has been written to <paramref name="error"/>.</returns>
    public static Options? Parse(IReadOnlyList<string> arguments, TextWriter error)
    {
        try
        {
            return Parse(arguments);
        }
        catch (FormatException problem)
        {
            error.WriteLine(problem.Message);
            error.WriteLine(Usage);
            return null;
        }
    }

    private static Options Parse(IReadOnlyList<string> arguments)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < arguments.Count; i++)
        {
            string name = arguments[i];
            string value = name switch
            {
                "--all" => "",
                "--spec" or "--server" or "--differences" when i + 1 < arguments.Count => arguments[++i],
                "--spec" or "--server" or "--differences" => throw new FormatException($"{name} needs a value."),
                _ => throw new FormatException($"'{name}' is no option."),
            };
            if (!values.TryAdd(name, value))
            {
                throw new FormatException($"{name} is given twice.");
            }
        }

        return new Options(
            ExistingFile("--spec", values.GetValueOrDefault("--spec") ?? throw new FormatException("--spec is missing.")),
            Address(values.GetValueOrDefault("--server")),
            ExistingFile("--differences", values.GetValueOrDefault("--differences", OwnDifferences)),
            values.ContainsKey("--all"));
    }

    private static string ExistingFile(string name, string path)
        => File.Exists(path) ? path : throw new FormatException($"{name}: there is no file '{path}'.");

    private static Uri? Address(string? text)
        => text is null ? null
        : Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is ("http" or "https") ? address
        : throw new FormatException($"--server: '{text}' is no http or https address.");
}
