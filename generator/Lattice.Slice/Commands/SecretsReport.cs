using Lattice.Slice.Configuration;
using Lattice.Slice.Names;
using Lattice.Slice.Output;
using Lattice.Slice.Secrets;
using Lattice.Slice.Specifications;
using Lattice.Slice.Types;

namespace Lattice.Slice.Commands;

/// <summary>Says which strings are secrets, and why.</summary>
internal static class SecretsReport
{
    public static void Secrets(this IReport report, IReadOnlyList<Secret> secrets)
    {
        if (secrets.Count > 0)
        {
            report.Line();
            report.Line("Marked as secret; \"sensitive\": { \"<location>\": false } in slice.json unmarks one:");
            IEnumerable<Secret> sorted = secrets.OrderBy(secret => secret.Pointer, StringComparer.Ordinal);
            report.Table(["Location", "Reason", "Rule"], [.. sorted.Select(secret => (string[])[secret.Pointer, secret.Reason, secret.Source])]);
        }
    }

    /// <summary>Lists the secrets of the slice, or of a document.</summary>
    /// <param name="output">Where JSON is written as it is, whatever a terminal's width.</param>
    /// <param name="given">The document; <see langword="null"/> for the slice.</param>
    /// <param name="text">Only secrets whose location or property contains it.</param>
    public static async Task<int> ListAsync(
        IReport report, TextWriter output, string slice, string? given, string? text, bool asJson, CancellationToken cancellationToken)
    {
        SliceFiles? files = given is null ? SliceFiles.Load(slice) : null;
        Specification document = files is null
            ? await report.LoadAsync(new SpecSource(given!, Environment.CurrentDirectory), cancellationToken)
            : files.LoadSlice() ?? throw new CommandFailedException(
                $"{files.SlicePath} does not exist. Run `lattice slice` to make it, or name a document with --spec.");
        SecretList secrets = SecretList.Create(SliceModel.Read(document, cancellationToken), text, files?.Configuration);
        if (asJson)
        {
            await output.WriteAsync(secrets.ToJson());
            return ExitCodes.Done;
        }

        secrets.Print(report);
        report.Line();
        report.Line($"{Counted.Of(secrets.Count, "secret")} in {document.Name}, API version {document.Version}.");
        return ExitCodes.Done;
    }
}
