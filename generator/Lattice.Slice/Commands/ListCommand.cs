using System.CommandLine;
using System.Globalization;
using Lattice.Slice.Configuration;
using Lattice.Slice.Names;
using Lattice.Slice.Operations;
using Lattice.Slice.Output;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Commands;

/// <summary><c>lattice list</c>: the operations that a specification offers.</summary>
internal static class ListCommand
{
    private const string Text = "text";
    private const string Json = "json";

    public static Command Create(IReport report)
    {
        Option<string?> spec = SharedOptions.Spec();
        Option<string> slice = SharedOptions.Slice();
        Option<bool> all = new("--all") { Description = "With updates and actions, and why they are not creates." };
        Option<bool> secrets = new("--secrets")
        {
            Description = "Lists the secrets of the slice instead, or of the document that --spec names: where each is, its C# property, and why it is one.",
        };
        Option<string> format = new Option<string>("--format")
        {
            Description = "How --secrets writes its list: for a terminal, or for a program.",
            DefaultValueFactory = _ => Text,
        }.AcceptOnlyFromAmong(Text, Json);
        Argument<string?> text = new("text")
        {
            Description = "Only operations whose path or resource contains it, or secrets whose location or property does.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("list", "Lists the create operations of a specification, and what each would add to the slice.")
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
        IReport report, string slice, string? given, string? text, bool all, CancellationToken cancellationToken)
    {
        SliceFiles? files = File.Exists(slice) ? SliceFiles.Load(slice) : null;
        SpecSource source = files?.GetSource(given) ?? new SpecSource(given ?? SpecSource.Stripe, Environment.CurrentDirectory);
        Specification spec = await report.LoadAsync(source, cancellationToken);
        Specification? present = files?.LoadSlice();

        List<PostOperation> operations =
            [.. spec.Operations.Where(operation => (all || operation.IsCreate) && Matches(operation, text))];
        var growth = new SizeEstimate(spec, files?.Configuration ?? new SliceConfiguration(), (present?.Schemas.Keys ?? []).ToHashSet());
        HashSet<string> taken = [.. files?.Configuration.Operations ?? []];
        report.Table(
            ["Operation", "Creates", "Parameters", "Schemas", "KB", "Note"],
            [.. operations.Select(operation => GetRow(operation, growth, taken.Contains(operation.Text)))]);
        report.Line();
        int creates = operations.Count(operation => operation.IsCreate);
        string among = all ? $" among {Counted.Of(operations.Count, "POST")}" : "";
        report.Line($"{Counted.Of(creates, "create")}{among} in {spec.Name}, API version {spec.Version}.");
        return ExitCodes.Done;
    }

    private static bool Matches(PostOperation operation, string? text) => text is null
        || operation.Text.Contains(text, StringComparison.OrdinalIgnoreCase)
        || operation.TypeName.Contains(text, StringComparison.OrdinalIgnoreCase)
        || operation.Resource?.Text.Contains(text, StringComparison.OrdinalIgnoreCase) == true;

    private static string[] GetRow(PostOperation operation, SizeEstimate growth, bool isReserved)
    {
        string creates = operation.IsCreate ? operation.Member : operation.TypeName;
        string[] start = [operation.Text, creates, GetParameters(operation)];
        if (isReserved || !operation.IsCreate)
        {
            return [.. start, "", "", isReserved ? "in the slice" : operation.NoCreateReason];
        }

        try
        {
            (int schemas, int bytes) = growth.Measure(operation);
            return [.. start, schemas.ToString(CultureInfo.InvariantCulture), Kilobytes(bytes), ""];
        }
        catch (CommandFailedException exception)
        {
            return [.. start, "", "", exception.Message];
        }
    }

    /// <summary>The required parameters by name, and how many others there are.</summary>
    private static string GetParameters(PostOperation operation)
    {
        List<string> required = [.. operation.Parameters.Where(parameter => parameter.IsRequired).Select(parameter => parameter.Name)];
        int others = operation.Parameters.Count - required.Count;
        return string.Join(", ", others > 0 ? required.Append($"{(required.Count > 0 ? "+" : "")}{others} optional") : required);
    }

    private static string Kilobytes(int bytes) => (bytes / 1000.0).ToString("0.0", CultureInfo.InvariantCulture);
}
