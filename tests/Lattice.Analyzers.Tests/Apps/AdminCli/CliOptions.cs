using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Lattice.Stripe;

namespace AdminCli;

internal enum OutputFormat { Table, Json }

internal sealed record CliOptions
{
    public const string Usage = """
        Usage: stripe-admin COMMAND ARGUMENT [--format table|json] [--parallel N] [--export FILE] [--run ID] [--name NAME] [--days N]

          apple-pay FILE     registers the domains in FILE, one a line; --run repeats an earlier run
          usage FILE         reports the meter events in the CSV file: meter,customer,value,id,time
          evidence FILE_ID   creates a link to a file, valid for --days, and copies it to the clipboard
          clock TIME         creates a test clock that starts at TIME (test mode only)
        """;

    public required string Command { get; init; }
    public required string Argument { get; init; }
    public OutputFormat Format { get; init; }
    public int Parallel { get; init; } = 4;
    public int Days { get; init; } = 7;
    public string Run { get; init; } = Guid.NewGuid().ToString("n")[..8];
    public string? Export { get; init; }
    public string? Name { get; init; }

    public static bool TryParse(string[] args, [NotNullWhen(true)] out CliOptions? options, [NotNullWhen(false)] out string? problem)
    {
        (options, problem) = args switch
        {
            [var command, var argument, .. var rest] when !argument.StartsWith('-') =>
                Read(new CliOptions { Command = command, Argument = argument }, rest),
            _ => (null, "There is no command, or it has no argument."),
        };
        return options is not null;
    }

    private static (CliOptions?, string?) Read(CliOptions options, ReadOnlySpan<string> rest) => rest switch
    {
        [] => (options, null),
        ["--format", "json", .. var more] => Read(options with { Format = OutputFormat.Json }, more),
        ["--format", "table", .. var more] => Read(options with { Format = OutputFormat.Table }, more),
        ["--parallel", var text, .. var more] when TryGetCount(text, 32, out var count) => Read(options with { Parallel = count }, more),
        ["--days", var text, .. var more] when TryGetCount(text, 90, out var days) => Read(options with { Days = days }, more),
        ["--export", var file, .. var more] => Read(options with { Export = file }, more),
        ["--run", { Length: > 0 and <= 32 } run, .. var more] => Read(options with { Run = run }, more),
        ["--name", var name, .. var more] => Read(options with { Name = name }, more),
        [var word, ..] => (null, $"'{word}' is not an option, or its value is missing or out of range."),
    };

    private static bool TryGetCount(string text, int maximum, out int count) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count >= 1 && count <= maximum;
}

internal static class ExitCode
{
    public const int Success = 0;
    public const int SomeFailed = 1;
    public const int Usage = 2;
    public const int Canceled = 130;

    public static int Of(StripeError error) => error switch
    {
        { IsOutcomeUnknown: true } => 20,
        { Type.Value: StripeErrorType.AuthenticationError or StripeErrorType.PermissionError } => 10,
        { Type.Value: StripeErrorType.InvalidRequestError, Code: "resource_missing" } => 11,
        { Type.Value: StripeErrorType.InvalidRequestError } => 12,
        { Type.Value: StripeErrorType.RateLimitError } => 13,
        { StatusCode: null } => 14,
        _ => 19,
    };
}
