using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Lattice.Conformance.Generation;

/// <summary>Builds a folder with the SDK's compiler and analyzers.</summary>
internal static partial class DotnetBuild
{
    /// <returns>Its warnings and errors, each once.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(BuildFolder folder)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in (string[])["build", "--nologo", "--verbosity", "quiet", "-nodeReuse:false", "-p:UseSharedCompilation=false"])
        {
            start.ArgumentList.Add(argument);
        }

        // A test host that was started by MSBuild hands down where that one's own files are.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        List<string> found = [.. Message().Matches(output).Select(Describe).Distinct(StringComparer.Ordinal)];
        if (process.ExitCode != 0 && found.Count == 0)
        {
            found.Add($"dotnet build ended with {process.ExitCode}: {(output + await error).Trim()}");
        }

        return found;
    }

    private static string Describe(Match message) =>
        $"{Path.GetFileName(message.Groups["file"].Value)}{message.Groups["location"].Value}: {message.Groups["text"].Value}";

    [GeneratedRegex(@"^(?<file>[^\r\n(]*?)(?<place>\(\d+,\d+\))? *: (?<text>(warning|error) [A-Z]+\d+: [^\r\n]*?)(?: \[[^\]\r\n]*\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex Message();
}
