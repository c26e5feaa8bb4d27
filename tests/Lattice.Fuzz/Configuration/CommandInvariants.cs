using Lattice.Fuzz.Findings;

namespace Lattice.Fuzz.Configuration;

/// <summary>What is true of any command with any files.</summary>
internal static class CommandInvariants
{
    public const string ExitCode = "The exit code is a documented one.";
    public const string Unexpected = "No error is unexpected.";
    public const string Unchanged = "A command that fails, and one that only reports, changes no file.";
    public const string Reason = "A command that fails writes the reason to standard error.";
    public const string ControlCharacters = "The output has no control characters.";
    public const string Repeated = "A slice that was just written is not written differently.";
    public const string Undone = "Removing an operation that was just added restores the files.";

    private static readonly string[] s_readOnly = ["list", "check"];

    public static IReadOnlyList<Violation> Check(CommandRun run)
    {
        var violations = new Violations();
        int[] codes = run.Arguments[0] switch
        {
            "check" => [0, 1, 2, 3],
            "list" => [0, 1, 3],
            _ => [0, 3],
        };
        violations.Require(codes.Contains(run.Code), ExitCode, run.ToString);
        violations.Require(
            !$"{run.Output}{run.Error}".Contains("unexpected error", StringComparison.OrdinalIgnoreCase), Unexpected, run.ToString);
        violations.Require(
            !run.ChangedFiles || (run.Code == 0 && !s_readOnly.Contains(run.Arguments[0])), Unchanged, run.ToString);
        violations.Require(run.Code != 3 || !string.IsNullOrWhiteSpace(run.Error), Reason, run.ToString);
        violations.Require(!$"{run.Output}{run.Error}".Replace("\r\n", "\n", StringComparison.Ordinal).Any(IsControl), ControlCharacters, run.ToString);
        return violations.All;
    }

    /// <summary>Checks <c>lattice slice</c> after <c>lattice slice</c>.</summary>
    public static IReadOnlyList<Violation> CheckRepeated(CommandRun first, CommandRun second)
    {
        var violations = new Violations();
        violations.Require(second.Code == 0 && first.After.SequenceEqual(second.After), Repeated, second.ToString);
        return violations.All;
    }

    /// <summary>Checks <c>lattice remove</c> after <c>lattice add</c>.</summary>
    public static IReadOnlyList<Violation> CheckUndone(CommandRun add, CommandRun remove)
    {
        var violations = new Violations();
        violations.Require(
            remove.Code == 0 && add.Before.SequenceEqual(remove.After), Undone, () => $"{add}\n{remove}\n{DescribeDifference(add.Before, remove.After)}");
        return violations.All;
    }

    private static bool IsControl(char c) => (char.IsControl(c) && c != '\n') || c is '\u2028' or '\u2029';

    private static string DescribeDifference(
        IReadOnlyList<(string Name, string Text)> before, IReadOnlyList<(string Name, string Text)> after) =>
        string.Join('\n', before.Except(after).Select(file => $"before {file.Name}:\n{file.Text}")
            .Concat(after.Except(before).Select(file => $"after {file.Name}:\n{file.Text}")));
}
