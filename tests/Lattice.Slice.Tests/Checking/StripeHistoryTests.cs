using Lattice.Slice.Checking;
using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Configuration;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;
using Lattice.Slice.Tests.Support;
using Lattice.Spec.Json;
using StripeSpecs = Lattice.TestSupport.Specs;

namespace Lattice.Slice.Tests.Checking;

/// <summary>Stripe's own documents of 2023 and 2026, for the operations that both have.</summary>
public sealed class StripeHistoryTests
{
    private static readonly SliceConfiguration s_configuration = new()
    {
        Operations =
        [
            "POST /v1/account_links", "POST /v1/account_sessions", "POST /v1/accounts/{account}/login_links",
            "POST /v1/apple_pay/domains", "POST /v1/billing_portal/sessions", "POST /v1/ephemeral_keys",
            "POST /v1/file_links", "POST /v1/test_helpers/test_clocks", "POST /v1/tokens",
        ],
    };

    [StripeSpecs.Fact]
    public void The_report_has_the_changes_that_a_reader_of_both_documents_found()
    {
        CheckReport report = Check(StripeSpecs.Full, StripeSpecs.Facts);

        string found = string.Concat(report.Groups.Select(group => $"## {group.Class}\n{string.Concat(group.Changes
            .Where(change => change.Rule != ChangeRules.DescriptionChanged)
            .Select(change => WidgetSpec.Describe(change) + "\n")
            .Order(StringComparer.Ordinal))}\n"));
        Assert.Equal(ReadExpected(), found);
        Assert.Equal(CheckExitCode.Breaking, report.ExitCode);
    }

    [StripeSpecs.Fact]
    public void Every_pointer_exists_in_its_document()
    {
        Specification full = Load(StripeSpecs.Full);
        Specification present = Specification.Parse(Slicer.CreateSlice(full, s_configuration).Json, "stripe.json");
        Specification newer = Load(StripeSpecs.Facts);

        Assert.All(Check(StripeSpecs.Full, StripeSpecs.Facts).Changes, change =>
        {
            Specification document = change.Location.IsNewer ? newer : present;
            bool isThere = Exists(document.Document.Root, JsonPointer.Parse(change.Location.Pointer).Segments);
            Assert.True(isThere, $"{change.Rule} {change.Member}: {change.Location}");
        });
    }

    [StripeSpecs.Fact]
    public void Additions_in_one_direction_are_removals_in_the_other()
    {
        CheckReport forwards = Check(StripeSpecs.Full, StripeSpecs.Facts);
        CheckReport backwards = Check(StripeSpecs.Facts, StripeSpecs.Full);

        Assert.Equal(Members(forwards, ChangeRules.ParameterAdded), Members(backwards, ChangeRules.ParameterRemoved));
        Assert.Equal(Members(forwards, ChangeRules.FieldValueAdded), Members(backwards, ChangeRules.FieldValueRemoved));
        Assert.Equal(Members(forwards, ChangeRules.ParameterBecameOptional), Members(backwards, ChangeRules.ParameterBecameRequired));
    }

    private static List<string> Members(CheckReport report, ChangeRule rule) =>
        [.. report.Changes.Where(change => change.Rule == rule).Select(change => change.Member).Order(StringComparer.Ordinal)];

    private static bool Exists(JsonValue root, IEnumerable<string> path) =>
        path.Aggregate<string, JsonValue?>(root, (value, segment) => value?.FindChild(segment)) is not null;

    private static CheckReport Check(string presentPath, string newerPath)
    {
        Specification whole = Load(presentPath);
        Specification present = Specification.Parse(Slicer.CreateSlice(whole, s_configuration).Json, "stripe.json");
        Specification newer = Load(newerPath);
        return SliceCheck.Run(present, s_configuration, newer);
    }

    private static Specification Load(string path) => Specification.Parse(File.ReadAllBytes(path), Path.GetFileName(path));

    /// <summary>The list in the same folder, without the comments at its start.</summary>
    private static string ReadExpected()
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Lattice.Slice.Tests", "Checking", "2023-to-2026.txt"));
        return text[text.IndexOf("## ", StringComparison.Ordinal)..].ReplaceLineEndings("\n") + "\n";
    }
}
