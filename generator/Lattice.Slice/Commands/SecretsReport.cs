using System.CommandLine;
using Lattice.Slice.Configuration;
using Lattice.Slice.Generation;
using Lattice.Slice.Output;
using Lattice.Slice.Secrets;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Commands;

/// <summary>Reports which strings are secrets, and why.</summary>
internal static class SecretsReport
{
    /// <param name="model">The slice that has the secrets.</param>
    public static void Secrets(this IReport report, IReadOnlyList<Secret> secrets, SliceModel model)
    {
        if (secrets.Count > 0)
        {
            report.Line();
            report.Line("Secrets. To make one a plain string, run `lattice secret` with its name in C# and --not:");
            IReadOnlyDictionary<string, SecretMember> members = SecretMembers.Find(model);
            IEnumerable<Secret> sorted = secrets.OrderBy(secret => secret.Pointer, StringComparer.Ordinal);
            report.Table(
                ["C#", "Location", "Reason", "Rule"],
                [.. sorted.Select(secret =>
                    (string[])[members.GetValueOrDefault(secret.Pointer)?.Name ?? "", secret.Pointer, secret.Reason, secret.Source])]);
        }
    }

    /// <summary>Lists the secrets of the slice, or of a document.</summary>
    /// <param name="invocation">The writers for JSON, which is not wrapped to the width of a terminal, and for what is not part of it.</param>
    /// <param name="source">The document; <see langword="null"/> for the slice.</param>
    /// <param name="search">Selects secrets whose location or property contains the words.</param>
    public static async Task<int> ListAsync(
        IReport report,
        InvocationConfiguration invocation,
        string slice,
        string? source,
        WordSearch search,
        bool asJson,
        CancellationToken cancellationToken)
    {
        SliceFiles? files = source is null ? SliceFiles.Load(slice) : null;
        Specification document = files is null
            ? await report.LoadAsync(new SpecSource(source!, Environment.CurrentDirectory), cancellationToken)
            : files.LoadSlice() ?? throw new CommandFailedException(
                $"{files.SlicePath} does not exist. Run `lattice slice` to create it, or pass a document with --spec.");
        SecretList secrets = SecretList.Create(SliceModel.Read(document, cancellationToken), search, files?.Configuration);
        bool isNothing = secrets.Count == 0 && search.Words.Count > 0;
        string nothing = $"No secret of {document.Name} matches \"{string.Join(' ', search.Words)}\".{secrets.Suggestion}";
        if (asJson)
        {
            await invocation.Output.WriteAsync(secrets.ToJson());
            await (isNothing ? invocation.Error.WriteLineAsync($"lattice: {nothing}") : Task.CompletedTask);
        }
        else if (isNothing)
        {
            report.Line(nothing);
        }
        else
        {
            secrets.Print(report);
            report.Line();
            report.Line($"{Counted.Of(secrets.Count, "secret")} in {document.Name}, API version {document.Version}.");
        }

        return isNothing ? ExitCodes.NothingFound : ExitCodes.Done;
    }
}
