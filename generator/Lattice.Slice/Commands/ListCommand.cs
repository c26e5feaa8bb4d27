using System.CommandLine;
using System.Globalization;
using Lattice.Slice.Configuration;
using Lattice.Slice.Files;
using Lattice.Slice.Output;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;
using Lattice.Spec.Stripe;

namespace Lattice.Slice.Commands;

/// <summary><c>lattice list</c>: lists the operations of a specification.</summary>
internal static class ListCommand
{
    private const string Text = "text";
    private const string Json = "json";

    private static readonly string[] s_exitCodes =
    [
        "0  something is listed, or no words were passed",
        "1  nothing has all of the words",
        "3  the command failed",
    ];

    private static readonly string[] s_examples =
    [
        "lattice list",
        "lattice list checkout sessions",
        "lattice list customer --all",
        "lattice list --latest",
        "lattice list --secrets",
        "lattice list --secrets url --format json",
        "lattice list --spec spec3.json --slice openapi/slice.json",
    ];

    public static Command Create(IReport report)
    {
        Option<string?> spec = SharedOptions.Spec();
        Option<string> slice = SharedOptions.Slice();
        Option<bool> all = new("--all")
        {
            Description = "Lists the operations of every kind, by class, with the reason if one cannot be generated.",
        };
        Option<bool> secrets = new("--secrets")
        {
            Description = "Lists the secrets of the slice (or of the document in --spec) instead, with their C# properties and reasons.",
        };
        Option<string> format = new Option<string>("--format")
        {
            Description = "The format of the list of secrets: text for a terminal, or json for a program.",
            DefaultValueFactory = _ => Text,
        }.AcceptOneOf(Text, Json);
        Argument<string[]> words = new("words")
        {
            Description = "Lists only operations with all of these words in the path, the id, the class or the summary, in any order "
                + "(or secrets with them in the location or the property).",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new ExampleCommand(
            "list", "Lists the create operations of a specification, or all, with what each would add to the slice.", s_examples)
        {
            words, all, secrets, format, spec, slice,
        };
        Option<bool> latest = SharedOptions.Latest("Lists the newest document of the source instead of the pinned one.");
        command.AddLatest(latest, spec);
        command.ExitCodes = s_exitCodes;
        command.SetAction((parsed, cancellationToken) =>
        {
            (string path, string? source) = (parsed.GetValue(slice)!, parsed.GetValue(spec));
            var search = new WordSearch(parsed.GetValue(words) ?? []);
            return parsed.GetValue(secrets)
                ? SecretsReport.ListAsync(
                    report, parsed.InvocationConfiguration, path, source, search, parsed.GetValue(format) == Json, cancellationToken)
                : ListOperationsAsync(report, path, source, parsed.GetValue(latest), search, parsed.GetValue(all), cancellationToken);
        });
        return command;
    }

    private static async Task<int> ListOperationsAsync(
        IReport report, string slice, string? sourceOverride, bool latest, WordSearch search, bool all, CancellationToken cancellationToken)
    {
        SliceFiles? files = InputFile.Exists(slice) ? SliceFiles.Load(slice) : null;
        SpecSource source = sourceOverride is null && files is not null
            ? files.GetSource(null, latest)
            : new SpecSource(sourceOverride ?? SpecSource.Stripe, Environment.CurrentDirectory);
        Specification spec = await report.LoadAsync(source, cancellationToken);
        Specification? present = files?.LoadSlice();

        List<ApiOperation> matching = [.. spec.Operations.Where(search.Matches)];
        List<ApiOperation> operations = [.. all ? ByClass(matching) : matching.Where(operation => operation.IsCreate)];
        if (operations.Count == 0 && search.Words.Count > 0)
        {
            report.Line(DescribeNothing(spec, search, matching.Count));
            return ExitCodes.NothingFound;
        }

        var estimate = new SizeEstimate(spec, files?.Configuration ?? new SliceConfiguration(), (present?.Schemas.Keys ?? []).ToHashSet());
        HashSet<string> inSlice = [.. files?.Configuration.Operations ?? []];
        string[] headers = ["Operation", "Method", "Parameters", "Schemas", "KB", "Note"];
        IEnumerable<string[]> rows = operations.Select(operation => GetRow(operation, estimate, inSlice.Contains(operation.Text)));
        report.Table(
            all ? InsertKind(headers, "Kind") : headers,
            [.. all ? rows.Zip(operations, (row, operation) => InsertKind(row, operation.Kind.GetName())) : rows]);
        report.Line();
        int creates = operations.Count(operation => operation.IsCreate);
        string total = all ? $" of {Counted.Of(operations.Count, "operation")}" : "";
        report.Line($"{Counted.Of(creates, "create operation")}{total} in {spec.Name}, API version {spec.Version}.");
        return ExitCodes.Done;
    }

    private static IEnumerable<ApiOperation> ByClass(IEnumerable<ApiOperation> operations) =>
        operations.OrderBy(operation => operation.Obstacle is not null)
            .ThenBy(operation => operation.TypeName, StringComparer.Ordinal)
            .ThenBy(operation => operation.Kind);

    private static string[] InsertKind(string[] row, string kind) => [row[0], kind, .. row[1..]];

    /// <param name="others">The number of operations of other kinds that match.</param>
    private static string DescribeNothing(Specification spec, WordSearch search, int others)
    {
        string words = string.Join(' ', search.Words);
        string document = $"in {spec.Name}, API version {spec.Version}";
        return others > 0
            ? $"0 create operations {document}, match \"{words}\". To list {Counted.Of(others, "operation")} of other kinds, run "
                + $"`lattice list {words} --all`."
            : $"No operation {document}, matches \"{words}\".{search.Explain(spec.Operations)}";
    }

    private static string[] GetRow(ApiOperation operation, SizeEstimate estimate, bool isInSlice)
    {
        string[] start = [operation.Text, operation.Member, GetParameters(operation)];
        if (isInSlice || operation.Obstacle is not null)
        {
            return [.. start, "", "", isInSlice ? "in the slice" : operation.Obstacle!];
        }

        try
        {
            (int schemas, int bytes) = estimate.Measure(operation);
            return [.. start, schemas.ToString(CultureInfo.InvariantCulture), Kilobytes(bytes), ""];
        }
        catch (CommandFailedException exception)
        {
            return [.. start, "", "", exception.Message];
        }
    }

    /// <summary>The names of the required parameters, and the number of optional ones.</summary>
    private static string GetParameters(ApiOperation operation)
    {
        List<string> required = [.. operation.Parameters.Where(parameter => parameter.IsRequired).Select(parameter => parameter.Name)];
        int others = operation.Parameters.Count - required.Count;
        return string.Join(", ", others > 0 ? required.Append($"{(required.Count > 0 ? "+" : "")}{others} optional") : required);
    }

    private static string Kilobytes(int bytes) => (bytes / 1000.0).ToString("0.0", CultureInfo.InvariantCulture);
}
