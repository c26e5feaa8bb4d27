namespace Lattice.Conformance;

/// <summary>The command line.</summary>
/// <param name="Spec">The specification to generate from.</param>
/// <param name="Fixtures">Example resources by their id; schema-made instances are decoded with or without them.</param>
/// <param name="Server">The server that every create is sent to.</param>
/// <param name="All">Whether every miss is printed.</param>
/// <param name="Keep">A folder that the emitted sources and their project are kept in, to look at what a warning means.</param>
internal sealed record Options(string Spec, string? Fixtures = null, Uri? Server = null, bool All = false, string? Keep = null)
{
    private const string Usage =
        """
        Usage: Lattice.Conformance --spec FILE [--fixtures FILE] [--server URL] [--all] [--keep FOLDER]
          --spec FILE      Stripe's OpenAPI document as JSON, whole or in part.
          --fixtures FILE  Stripe's example resources ("resources" by x-resourceId) of the same day.
          --server URL     A server that speaks Stripe, such as stripe-mock; every create is sent to it.
          --all            Print every miss, not only the first of each kind.
          --keep FOLDER    Keep the emitted sources and the project that compiles them.
        Exit code: 0 without a miss, 1 with one, 2 for wrong usage.
        """;

    /// <returns><see langword="null"/> if the usage is wrong, which has been written to <paramref name="error"/>.</returns>
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
                "--spec" or "--fixtures" or "--server" or "--keep" when i + 1 < arguments.Count => arguments[++i],
                "--spec" or "--fixtures" or "--server" or "--keep" => throw new FormatException($"{name} needs a value."),
                _ => throw new FormatException($"'{name}' is no option."),
            };
            if (!values.TryAdd(name, value))
            {
                throw new FormatException($"{name} is given twice.");
            }
        }

        return new Options(
            ExistingFile(values, "--spec") ?? throw new FormatException("--spec is missing."),
            ExistingFile(values, "--fixtures"),
            Address(values.GetValueOrDefault("--server")),
            values.ContainsKey("--all"),
            values.GetValueOrDefault("--keep"));
    }

    private static string? ExistingFile(Dictionary<string, string> values, string name) =>
        !values.TryGetValue(name, out string? path) ? null
        : File.Exists(path) ? path
        : throw new FormatException($"{name}: there is no file '{path}'.");

    private static Uri? Address(string? text) =>
        text is null ? null
        : Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" ? address
        : throw new FormatException($"--server: '{text}' is no http or https address.");
}
