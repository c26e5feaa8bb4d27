using System.CommandLine;
using Lattice.Slice.Editing;
using Lattice.Slice.Output;

namespace Lattice.Slice.Commands;

/// <summary><c>lattice secret</c>: makes strings secrets, or plain strings.</summary>
internal static class SecretCommand
{
    public static Command Create(IReport report)
    {
        Argument<string[]> fields = new("fields")
        {
            Description = "Strings, by Stripe's names or those of C#: customer.phone, Customer.Phone, or CustomerCreateParams.Phone for "
                + "a parameter.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<bool> not = new("--not") { Description = "Makes them plain strings, even if a rule makes them secrets." };
        var setting = new SettingCommand();
        var command = new ExampleCommand(
            "secret",
            "Makes strings secrets, or plain strings with --not, whatever the rules say. `lattice list --secrets` lists the secrets.",
            "lattice secret customer.phone",
            "lattice secret Customer.Phone CustomerCreateParams.Phone",
            "lattice secret file_link.url --not",
            "lattice secret customer.phone --remove",
            "lattice secret customer.phone --spec spec3.json --slice openapi/slice.json")
        {
            fields, not,
        };
        setting.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(not) && result.GetValue(setting.Remove))
            {
                result.AddError("--not and --remove cannot be combined: --remove leaves it to the rules.");
            }
        });
        command.SetAction((parsed, cancellationToken) => setting.RunAsync(
            report,
            parsed,
            before => Change(
                report,
                before,
                parsed.GetValue(fields)!,
                parsed.GetValue(setting.Remove) ? null : !parsed.GetValue(not),
                cancellationToken),
            allowsWarnings: false,
            cancellationToken));
        return command;
    }

    /// <param name="isSecret">Whether they become secrets; <see langword="null"/> if the rules decide.</param>
    private static (SliceDraft After, Action Print) Change(
        IReport report, SliceDraft before, string[] names, bool? isSecret, CancellationToken cancellationToken)
    {
        var start = new SensitiveSetting(before, []);
        SensitiveSetting changed = isSecret is { } value
            ? names.Aggregate(start, (setting, name) => setting.Set(name, value, cancellationToken))
            : Enumerable.Reverse(names).Aggregate(start, (setting, name) => setting.Remove(name, cancellationToken));
        return (changed.Draft, () => Print(report, before, changed, isSecret));
    }

    private static void Print(IReport report, SliceDraft before, SensitiveSetting changed, bool? isSecret)
    {
        string what = isSecret switch
        {
            true => "is now a secret",
            false => "is now a plain string",
            null => "is now what the rules say",
        };
        foreach ((SliceMember member, IReadOnlyList<string> pointers) in changed.Fields)
        {
            report.Line($"{member.Name} {what}: {before.DescribeChange(changed.Draft, member)}");
            report.Pointers(pointers);
            foreach (SliceMember other in changed.Draft.FindSameName(member))
            {
                report.Line($"  {other.Name} has the same name and does not change; to change it, too, name it.");
            }
        }
    }
}
