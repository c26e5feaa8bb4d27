namespace Lattice.Parity;

/// <summary>The options of the command line.</summary>
/// <param name="Spec">The specification of the requests and of the stand-in.</param>
/// <param name="Server">The server to compare the stand-in with; null: the stand-in itself over HTTP.</param>
/// <param name="Differences">The file that lists the known differences of the server; null if there is no server.</param>
/// <param name="All">Whether known differences are printed one by one.</param>
internal sealed record Options(string Spec, Uri? Server, string? Differences, bool All)
{
    private const string Usage =
        """
        Usage: Lattice.Parity --spec FILE [--server URL] [--differences FILE] [--all]
          --spec FILE         Stripe's OpenAPI document as JSON, or a part of it.
          --server URL        A server with Stripe's API, such as stripe-mock. Without it, the stand-in is compared with
                              itself over HTTP.
          --differences FILE  The known differences of the server. The default is the list of the program, for stripe-mock.
                              Without --server, no difference is known.
          --all               Also print known differences one by one.
        Exit code: 0 if all differences are known, 1 if one is unknown, 2 for wrong usage, 3 if the comparison failed.
        """;

    private static string DefaultDifferences => Path.Combine(AppContext.BaseDirectory, "differences.md");

    /// <returns>The options; null if the usage is wrong, which is reported to <paramref name="error"/>.</returns>
    public static Options? Parse(IReadOnlyList<string> arguments, TextWriter error)
    {
        try
        {
            return Parse(arguments);
        }
        catch (FormatException exception)
        {
            error.WriteLine(exception.Message);
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
                _ => throw new FormatException($"'{name}' is not an option."),
            };
            if (!values.TryAdd(name, value))
            {
                throw new FormatException($"{name} is specified twice.");
            }
        }

        string spec = ExistingFile("--spec", values.GetValueOrDefault("--spec") ?? throw new FormatException("--spec is missing."));
        Uri? server = Address(values.GetValueOrDefault("--server"));
        if (server is null && values.ContainsKey("--differences"))
        {
            throw new FormatException("--differences needs --server.");
        }

        string? differences = server is null
            ? null
            : ExistingFile("--differences", values.GetValueOrDefault("--differences", DefaultDifferences));
        return new Options(spec, server, differences, values.ContainsKey("--all"));
    }

    private static string ExistingFile(string name, string path)
        => File.Exists(path) ? path : throw new FormatException($"{name}: the file '{path}' does not exist.");

    private static Uri? Address(string? text)
        => text is null ? null
        : Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is ("http" or "https") ? address
        : throw new FormatException($"--server: '{text}' is not an http or https address.");
}
