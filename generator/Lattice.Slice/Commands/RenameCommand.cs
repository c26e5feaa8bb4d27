using System.CommandLine;
using Lattice.Slice.Editing;
using Lattice.Slice.Output;

namespace Lattice.Slice.Commands;

/// <summary><c>lattice rename</c>: sets the C# name of a class, a property, or a method.</summary>
internal static class RenameCommand
{
    /// <summary>A class can have hundreds of nested types; the first ones show how they are named.</summary>
    private const int ShownNames = 20;

    public static Command Create(IReport report)
    {
        Argument<string> member = new("member")
        {
            Description = "A class, a property, or a method, by its name in C# or Stripe's: CustomerSession, account_link.url, "
                + "AccountLinkCreateParams.Collect, AccountLink.CreateAsync.",
        };
        Argument<string?> name = new("name")
        {
            Description = "The new name in Pascal case, without the class. Not needed with --remove.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var setting = new SettingCommand();
        var command = new ExampleCommand(
            "rename",
            "Sets the C# name of a class, a property, or a method. Names in requests and responses do not change.",
            "lattice rename customer_session PricingSession",
            "lattice rename account_link.expires_at Expiration",
            "lattice rename AccountLinkCreateParams.Collect Requirements",
            "lattice rename \"POST /v1/account_links\" Start",
            "lattice rename AccountLink.Expiration --remove",
            "lattice rename account_link.url Address --spec spec3.json --slice openapi/slice.json")
        {
            member, name,
        };
        setting.AddTo(command);
        command.Validators.Add(result =>
        {
            if (!result.GetValue(setting.Remove) && result.GetResult(name)?.Tokens is not [_])
            {
                result.AddError("rename: pass the new name, or --remove.");
            }
        });
        command.SetAction((parsed, cancellationToken) => setting.RunAsync(
            report,
            parsed,
            before => Change(
                report, before, parsed.GetValue(member)!, parsed.GetValue(name), parsed.GetValue(setting.Remove), cancellationToken),
            allowsWarnings: false,
            cancellationToken));
        return command;
    }

    private static (SliceDraft After, Action Print) Change(
        IReport report, SliceDraft before, string member, string? name, bool isRemoval, CancellationToken cancellationToken)
    {
        NameSetting changed = isRemoval
            ? NameSetting.Remove(before, member, name, cancellationToken)
            : NameSetting.Set(before, member, name!, cancellationToken);
        return (changed.Draft, () => Print(report, before, changed));
    }

    private static void Print(IReport report, SliceDraft before, NameSetting changed)
    {
        report.Line($"Renamed in {changed.Draft.Files.Path}:");
        report.Pointers(changed.Pointers);
        report.Line("In C#:");
        IReadOnlyList<(string Old, string New)> names = Renames.Find(before.Model, changed.Draft.Model);
        foreach ((string old, string @new) in names.Take(ShownNames))
        {
            report.Line($"  {old} is now {@new}");
        }

        if (names.Count > ShownNames)
        {
            report.Line($"  and {names.Count - ShownNames} more");
        }
    }
}
