using System.CommandLine;
using Lattice.Slice.Configuration;
using Lattice.Slice.Files;
using Lattice.Slice.Operations;
using Lattice.Slice.Output;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specs;
using Lattice.Slice.Types;

namespace Lattice.Slice.Commands;

/// <summary><c>lattice add</c>: an operation more.</summary>
internal static class AddCommand
{
    public static Command Create(IReport report)
    {
        Option<string?> spec = SharedOptions.Spec();
        Option<string> slice = SharedOptions.Slice();
        Option<bool> asCreate = new("--as-create") { Description = "Adds an operation whose path does not look like a create." };
        Argument<string> operation = new("operation") { Description = "\"POST /v1/account_links\", account_links, or the resource's name: AccountLink." };
        var command = new Command("add", "Adds an operation to slice.json and writes stripe.json.") { operation, asCreate, spec, slice };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            report, parsed.GetValue(slice)!, parsed.GetValue(spec), parsed.GetValue(operation)!, parsed.GetValue(asCreate), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IReport report, string slice, string? given, string text, bool asCreate, CancellationToken cancellationToken)
    {
        SliceFiles files = SliceFiles.Load(slice);
        using Spec spec = await report.LoadAsync(files.GetSource(given), cancellationToken);
        SpecOperation operation = OperationSearch.Find(SpecOperations.Find(spec), text, spec.Name);
        Check(operation, files, asCreate);

        SliceFiles added = files.Add(operation.Text, isTreatedAsCreate: !operation.IsCreate);
        SliceResult result = Slicer.Cut(spec, added.Configuration).EnsureComplete();
        using Spec? before = files.LoadSlice();
        GeneratedTypes types = GeneratedTypes.Read(Slicer.Cut(spec, added.Configuration.Only(operation.Text)).Json, before);
        new FileChanges().Replace(added.Path, added.Text).Replace(added.SlicePath, result.Json).Commit();
        AddReport.Print(report, added, operation, before, result, types);
        return ExitCodes.Done;
    }

    private static void Check(SpecOperation operation, SliceFiles files, bool asCreate)
    {
        if (files.Configuration.Operations.Contains(operation.Text))
        {
            throw new CommandFailedException($"{operation.Text} is in {files.Path} already.");
        }

        if (!operation.IsCreate && !asCreate)
        {
            throw new CommandFailedException($"{operation.Text} is no create ({operation.WhyNot}). To add it all the same, say --as-create.");
        }
    }
}
