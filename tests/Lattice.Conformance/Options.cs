namespace Lattice.Conformance;

/// <summary>The command line.</summary>
/// <param name="Spec">The specification to generate from.</param>
/// <param name="Fixtures">Example resources by id, which are decoded in addition to the sample responses.</param>
/// <param name="Server">The server to which every operation is sent.</param>
/// <param name="All">Whether every mismatch is printed.</param>
/// <param name="Keep">The folder in which to keep the emitted sources and their project, to examine a warning.</param>
/// <param name="Every">Whether operations of every kind are checked, and not only create operations.</param>
/// <param name="Analyze">Whether analyzers check the emitted sources, in addition to the compiler. They take half of its time.</param>
internal sealed record Options(
    string Spec,
    string? Fixtures = null,
    Uri? Server = null,
    bool All = false,
    string? Keep = null,
    bool Every = false,
    bool Analyze = true)
{
    private const string Usage =
        """
        Usage: Lattice.Conformance --spec FILE [--every] [--fixtures FILE] [--server URL] [--all] [--keep FOLDER]
          --spec FILE      Stripe's OpenAPI document in JSON, or a slice of it.
          --every          Check operations of every kind, and not only create operations.
          --fixtures FILE  Stripe's example resources ("resources" by x-resourceId) of the same date.
          --server URL     Also send every operation to a server such as stripe-mock.
          --all            Print every mismatch, not only the first ones of each check.
          --keep FOLDER    Keep the emitted sources and the project that compiles them.
        Exit code: 0 without a mismatch, 1 with one, 2 for invalid arguments.
        """;

    /// <returns>The options, or <see langword="null"/> if the arguments are invalid. The reason is in <paramref name="error"/>.</returns>
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
                "--all" or "--every" => "",
                "--spec" or "--fixtures" or "--server" or "--keep" when i + 1 < arguments.Count => arguments[++i],
                "--spec" or "--fixtures" or "--server" or "--keep" => throw new FormatException($"{name} needs a value."),
                _ => throw new FormatException($"'{name}' is not an option."),
            };
            if (!values.TryAdd(name, value))
            {
                throw new FormatException($"{name} is specified twice.");
            }
        }

        return new Options(
            GetExistingFile(values, "--spec") ?? throw new FormatException("--spec is missing."),
            GetExistingFile(values, "--fixtures"),
            GetAddress(values.GetValueOrDefault("--server")),
            values.ContainsKey("--all"),
            values.GetValueOrDefault("--keep"),
            values.ContainsKey("--every"));
    }

    private static string? GetExistingFile(Dictionary<string, string> values, string name) =>
        !values.TryGetValue(name, out string? path) ? null
        : File.Exists(path) ? path
        : throw new FormatException($"{name}: the file '{path}' does not exist.");

    private static Uri? GetAddress(string? text) =>
        text is null ? null
        : Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" ? address
        : throw new FormatException($"--server: '{text}' is not an http or https address.");
}
