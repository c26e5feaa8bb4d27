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
        }.AcceptOnlyFromAmong(Text, Json);
        Argument<string?> text = new("text")
        {
            Description = "Lists only operations whose path or resource (or secrets whose location or property) contains this text.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("list", "Lists the create operations of a specification, or all, with what each would add to the slice.")
        {
            text, all, secrets, format, spec, slice,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            (string path, string? source, string? filter) = (parsed.GetValue(slice)!, parsed.GetValue(spec), parsed.GetValue(text));
            return parsed.GetValue(secrets)
                ? SecretsReport.ListAsync(
                    report, parsed.InvocationConfiguration.Output, path, source, filter, parsed.GetValue(format) == Json, cancellationToken)
                : ListOperationsAsync(report, path, source, filter, parsed.GetValue(all), cancellationToken);
        });
        return command;
    }

    private static async Task<int> ListOperationsAsync(
        IReport report, string slice, string? sourceOverride, string? text, bool all, CancellationToken cancellationToken)
    {
        SliceFiles? files = InputFile.Exists(slice) ? SliceFiles.Load(slice) : null;
        SpecSource source = files?.GetSource(sourceOverride)
            ?? new SpecSource(sourceOverride ?? SpecSource.Stripe, Environment.CurrentDirectory);
        Specification spec = await report.LoadAsync(source, cancellationToken);
        Specification? present = files?.LoadSlice();

        IEnumerable<ApiOperation> matching = spec.Operations.Where(operation => Matches(operation, text));
        List<ApiOperation> operations = [.. all ? ByClass(matching) : matching.Where(operation => operation.IsCreate)];
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

    private static bool Matches(ApiOperation operation, string? text) => text is null
        || operation.Text.Contains(text, StringComparison.OrdinalIgnoreCase)
        || operation.TypeName.Contains(text, StringComparison.OrdinalIgnoreCase)
        || operation.Resource?.Text.Contains(text, StringComparison.OrdinalIgnoreCase) == true;

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
