using System.CommandLine;
using Lattice.Slice.Configuration;
using Lattice.Slice.Editing;
using Lattice.Slice.Output;
using Lattice.Slice.Specifications;
using Lattice.Spec.Model;
using Lattice.Spec.Stripe;

namespace Lattice.Slice.Commands;

/// <summary><c>lattice add</c>: adds operations to the slice.</summary>
internal static class AddCommand
{
    public static Command Create(IReport report)
    {
        Option<string?> spec = SharedOptions.Spec();
        Option<string> slice = SharedOptions.Slice();
        Option<string?> kind = new Option<string?>("--as")
        {
            Description = "Generates the operation as this kind, if its path looks like another one.",
            HelpName = "KIND",
        }.AcceptOneOf([.. OperationFilter.AllKinds.Select(kind => kind.GetName())]);
        var operations = new OperationOptions();
        var command = new ExampleCommand(
            "add",
            "Adds operations to slice.json and updates stripe.json.",
            "lattice add coupon",
            "lattice add file_links billing_portal.session Coupon",
            "lattice add \"GET /v1/accounts/{account}\"",
            "lattice add account person --retrieve --update",
            "lattice add account --all",
            "lattice add \"POST /v1/tax/settings\" --as create",
            "lattice add coupon --spec spec3.json --slice openapi/slice.json");
        operations.AddTo(command);
        command.Options.Add(kind);
        command.Options.Add(spec);
        command.Options.Add(slice);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            report,
            parsed.GetValue(slice)!,
            parsed.GetValue(spec),
            operations.GetNames(parsed),
            operations.GetFilter(parsed),
            parsed.GetValue(kind) is { } name ? Enum.Parse<OperationKind>(name, ignoreCase: true) : null,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        IReport report,
        string slice,
        string? source,
        IReadOnlyList<string> names,
        OperationFilter filter,
        OperationKind? kind,
        CancellationToken cancellationToken)
    {
        SliceFiles files = SliceFiles.Load(slice);
        Specification spec = await report.LoadAsync(files.GetSource(source), cancellationToken);
        Addition addition = Addition.Create(files, spec, names, filter, kind, cancellationToken);
        addition.Files.Save(addition.Result.Json, spec);
        report.Pin(files, addition.Files);
        AddReport.Print(report, addition);
        return ExitCodes.Done;
    }
}
