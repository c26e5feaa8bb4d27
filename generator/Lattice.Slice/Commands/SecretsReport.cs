using Lattice.Slice.Configuration;
using Lattice.Slice.Generation;
using Lattice.Slice.Output;
using Lattice.Slice.Secrets;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Commands;

/// <summary>Reports which strings are secrets, and why.</summary>
internal static class SecretsReport
{
    public static void Secrets(this IReport report, IReadOnlyList<Secret> secrets)
    {
        if (secrets.Count > 0)
        {
            report.Line();
            report.Line("Secrets. To make one a plain string, add \"sensitive\": { \"<location>\": false } to slice.json:");
            IEnumerable<Secret> sorted = secrets.OrderBy(secret => secret.Pointer, StringComparer.Ordinal);
            report.Table(
                ["Location", "Reason", "Rule"],
                [.. sorted.Select(secret => (string[])[secret.Pointer, secret.Reason, secret.Source])]);
        }
    }

    /// <summary>Lists the secrets of the slice, or of a document.</summary>
    /// <param name="output">The writer for JSON, which is not wrapped to the width of a terminal.</param>
    /// <param name="source">The document; <see langword="null"/> for the slice.</param>
    /// <param name="text">Selects secrets whose location or property contains it.</param>
    public static async Task<int> ListAsync(
        IReport report, TextWriter output, string slice, string? source, string? text, bool asJson, CancellationToken cancellationToken)
    {
        SliceFiles? files = source is null ? SliceFiles.Load(slice) : null;
        Specification document = files is null
            ? await report.LoadAsync(new SpecSource(source!, Environment.CurrentDirectory), cancellationToken)
            : files.LoadSlice() ?? throw new CommandFailedException(
                $"{files.SlicePath} does not exist. Run `lattice slice` to create it, or pass a document with --spec.");
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
