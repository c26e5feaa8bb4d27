using System.CommandLine;
using Lattice.Slice.Editing;
using Lattice.Slice.Output;
using Lattice.Slice.Slicing;

namespace Lattice.Slice.Commands;

/// <summary><c>lattice expand</c>: includes the resources of expandable fields in the slice.</summary>
internal static class ExpandCommand
{
    public static Command Create(IReport report)
    {
        Argument<string[]> fields = new("fields")
        {
            Description = "Expandable fields, by Stripe's names or those of C#: subscription.latest_invoice, Subscription.LatestInvoice.",
            Arity = ArgumentArity.OneOrMore,
        };
        var setting = new SettingCommand();
        var command = new ExampleCommand(
            "expand",
            "Types expandable fields as the resource or its id, and adds the schemas that they need to stripe.json.",
            "lattice expand subscription.latest_invoice",
            "lattice expand Charge.Customer Charge.PaymentIntent",
            "lattice expand subscription.latest_invoice subscription.latest_invoice.payment_intent",
            "lattice expand subscription.latest_invoice --remove",
            "lattice expand subscription.latest_invoice --spec spec3.json --slice openapi/slice.json")
        {
            fields,
        };
        setting.AddTo(command);
        command.SetAction((parsed, cancellationToken) => setting.RunAsync(
            report,
            parsed,
            before => Change(report, before, parsed.GetValue(fields)!, parsed.GetValue(setting.Remove), cancellationToken),
            allowsWarnings: true,
            cancellationToken));
        return command;
    }

    private static (SliceDraft After, Action Print) Change(
        IReport report, SliceDraft before, string[] names, bool isRemoval, CancellationToken cancellationToken)
    {
        var start = new ExpandSetting(before, [], []);
        ExpandSetting changed = isRemoval
            ? start.Remove(names, cancellationToken)
            : names.Aggregate(start, (setting, name) => setting.Add(name, cancellationToken));
        return (changed.Draft, () => Print(report, before, changed, isRemoval));
    }

    private static void Print(IReport report, SliceDraft before, ExpandSetting changed, bool isRemoval)
    {
        foreach ((SliceMember? member, string name, IReadOnlyList<string> pointers) in changed.Fields)
        {
            string types = member is null ? "" : $": {before.DescribeChange(changed.Draft, member)}";
            report.Line($"{(isRemoval ? "No longer expanded" : "Expanded")} {member?.Name ?? name}{types}");
            report.Pointers(pointers);
        }

        foreach (UnmatchedAnnotation annotation in changed.RemovedAnnotations)
        {
            report.Line($"Also removed from {changed.Draft.Files.Path}: {annotation.Section}: {annotation.Pointer}");
        }

        HashSet<string> known = [.. before.Result.Secrets.Select(secret => secret.Pointer)];
        report.Secrets([.. changed.Draft.Result.Secrets.Where(secret => !known.Contains(secret.Pointer))], changed.Draft.Model);
    }
}
