using System.Globalization;

namespace Lattice.Fuzz.Findings;

/// <summary>Prints findings, and saves their inputs.</summary>
/// <param name="output">Where they are printed.</param>
/// <param name="folder">The folder for the inputs.</param>
internal sealed class FindingWriter(TextWriter output, string folder)
{
    private const int MaxDetail = 4_000;

    private readonly Lock _lock = new();

    public void Write(Finding finding)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"{finding.Seed}:{finding.Iteration}");
        string saved = Path.Combine(folder, $"{finding.Target}-{id.Replace(':', '-')}");
        Directory.CreateDirectory(saved);
        foreach (InputFile file in finding.Files)
        {
            File.WriteAllBytes(Path.Combine(saved, file.Name), file.Content);
        }

        lock (_lock)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{finding.Target}: seed {finding.Seed}, iteration {finding.Iteration}"));
            foreach (Violation violation in finding.Violations)
            {
                output.WriteLine($"  broken: {violation.Invariant}");
                output.WriteLine("    " + Shorten(violation.Detail).ReplaceLineEndings("\n    "));
            }

            output.WriteLine($"  input:  {saved}");
            output.WriteLine($"  repeat: dotnet run -c Release --project tests/Lattice.Fuzz -- --target {finding.Target} --case {id}");
        }
    }

    private static string Shorten(string text) => text.Length <= MaxDetail ? text : text[..MaxDetail] + "…";
}
