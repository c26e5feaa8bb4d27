using System.Globalization;

namespace Lattice.Fuzz;

/// <summary>The command line.</summary>
/// <param name="Target">The name of the only target; <see langword="null"/> for all of them.</param>
/// <param name="Seed">Decides the inputs, together with the number of the iteration.</param>
/// <param name="Iterations">The iterations of each target; <see langword="null"/> if the time decides.</param>
/// <param name="Time">The time for all targets together; used if <paramref name="Iterations"/> is <see langword="null"/>.</param>
/// <param name="Only">The only iteration to run; <see langword="null"/> for those from 0 on.</param>
/// <param name="Output">The folder for the inputs of findings.</param>
internal sealed record Options(string? Target, int Seed, long? Iterations, TimeSpan Time, long? Only, string Output)
{
    public const string Usage =
        """
        Usage: Lattice.Fuzz [--target NAME] [--seed N] [--seconds N | --iterations N | --case SEED:ITERATION] [--output FOLDER]
          --target NAME          responses, slices, configuration, or requests. Default: all of them.
          --seed N               Other inputs for another seed, the same ones for the same seed. Default: 1.
          --seconds N            The time for all targets together, in seconds. Default: 60.
          --iterations N         The number of inputs for each target, in place of a time.
          --case SEED:ITERATION  Only one input, as a finding names it. Needs --target.
          --output FOLDER        The folder for the inputs of findings. Default: lattice-fuzz in the folder for temporary files.
        Exit code: 0 if nothing was found, 1 if something was, 2 for wrong usage.
        """;

    private const int DefaultSeconds = 60;

    private static string DefaultOutput => Path.Combine(Path.GetTempPath(), "lattice-fuzz");

    public static bool IsHelp(IReadOnlyList<string> arguments) => arguments.Any(argument => argument is "--help" or "-h");

    /// <returns>The options; null if the usage is wrong, which is reported to <paramref name="error"/>.</returns>
    public static Options? Parse(IReadOnlyList<string> arguments, TextWriter error)
    {
        try
        {
            return Create(ReadValues(arguments));
        }
        catch (FormatException exception)
        {
            error.WriteLine(exception.Message);
            error.WriteLine(Usage);
            return null;
        }
    }

    private static Dictionary<string, string> ReadValues(IReadOnlyList<string> arguments)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < arguments.Count; i++)
        {
            string name = arguments[i];
            string value = name switch
            {
                "--target" or "--seed" or "--seconds" or "--iterations" or "--case" or "--output" => i + 1 < arguments.Count
                    ? arguments[++i]
                    : throw new FormatException($"{name} needs a value."),
                _ => throw new FormatException($"'{name}' is not an option."),
            };
            if (!values.TryAdd(name, value))
            {
                throw new FormatException($"{name} is specified twice.");
            }
        }

        return values;
    }

    private static Options Create(Dictionary<string, string> values)
    {
        if (values.Keys.Count(name => name is "--seconds" or "--iterations" or "--case") > 1)
        {
            throw new FormatException("Only one of --seconds, --iterations and --case can be specified.");
        }

        string? target = values.GetValueOrDefault("--target");
        if (target is not null && !FuzzRun.TargetNames.Contains(target))
        {
            throw new FormatException($"--target: there is no target '{target}'. There are {string.Join(", ", FuzzRun.TargetNames)}.");
        }

        (int Seed, long Iteration)? only = ReadCase(values, target);
        return new Options(
            target,
            only?.Seed ?? (int)ReadNumber(values, "--seed", 1, int.MinValue, int.MaxValue),
            values.ContainsKey("--iterations") ? ReadNumber(values, "--iterations", 1, 1, long.MaxValue) : null,
            TimeSpan.FromSeconds(ReadNumber(values, "--seconds", DefaultSeconds, 1, int.MaxValue)),
            only?.Iteration,
            values.GetValueOrDefault("--output", DefaultOutput));
    }

    private static (int Seed, long Iteration)? ReadCase(Dictionary<string, string> values, string? target)
    {
        if (!values.TryGetValue("--case", out string? text))
        {
            return null;
        }

        if (target is null || values.ContainsKey("--seed"))
        {
            throw new FormatException("--case needs --target, and has the seed itself.");
        }

        return text.Split(':') is [var seed, var iteration] && TryParse(seed, out long first) && (int)first == first
            && TryParse(iteration, out long number) && number >= 0
            ? ((int)first, number)
            : throw new FormatException($"--case: '{text}' is not a seed and an iteration, such as 1:4711.");
    }

    private static long ReadNumber(Dictionary<string, string> values, string name, long otherwise, long least, long most) =>
        !values.TryGetValue(name, out string? text) ? otherwise
        : TryParse(text, out long number) && number >= least && number <= most ? number
        : throw new FormatException($"{name}: '{text}' is not a whole number from {least} to {most}.");

    private static bool TryParse(string text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
