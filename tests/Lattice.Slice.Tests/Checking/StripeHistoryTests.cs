using Lattice.Slice.Checking;
using Lattice.Slice.Configuration;
using Lattice.Slice.Slicing;
using Lattice.Slice.Specifications;
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
    public void The_report_is_what_a_reader_of_both_documents_finds()
    {
        CheckReport report = Check(StripeSpecs.Full, StripeSpecs.Facts);

        string found = string.Concat(report.Groups.Select(group => $"## {group.Class}\n{string.Concat(group.Changes
            .Where(change => change.Kind != ChangeKind.DescriptionChanged)
            .Select(change => WidgetSpec.Describe(change) + "\n")
            .Order(StringComparer.Ordinal))}\n"));
        Assert.Equal(ReadExpected(), found);
        Assert.Equal(CheckExitCode.Breaking, report.ExitCode);
    }

    [StripeSpecs.Fact]
    public void Every_pointer_leads_to_something_in_the_document_that_it_is_of()
    {
        Specification full = Load(StripeSpecs.Full);
        Specification present = Specification.Parse(Slicer.Cut(full, s_configuration).Json, "stripe.json");
        Specification newer = Load(StripeSpecs.Facts);

        Assert.All(Check(StripeSpecs.Full, StripeSpecs.Facts).Changes, change =>
        {
            Specification document = change.Location.IsNewer ? newer : present;
            bool isThere = Exists(document.Document.Root, JsonPointer.Parse(change.Location.Pointer).Segments);
            Assert.True(isThere, $"{change.Kind} {change.Member}: {change.Location}");
        });
    }

    [StripeSpecs.Fact]
    public void What_the_earlier_document_has_and_the_later_has_not_is_gone_and_the_other_way_round_new()
    {
        CheckReport forwards = Check(StripeSpecs.Full, StripeSpecs.Facts);
        CheckReport backwards = Check(StripeSpecs.Facts, StripeSpecs.Full);

        Assert.Equal(Members(forwards, ChangeKind.ParameterAdded), Members(backwards, ChangeKind.ParameterRemoved));
        Assert.Equal(Members(forwards, ChangeKind.FieldValueAdded), Members(backwards, ChangeKind.FieldValueRemoved));
        Assert.Equal(Members(forwards, ChangeKind.ParameterBecameOptional), Members(backwards, ChangeKind.ParameterBecameRequired));
    }

    private static List<string> Members(CheckReport report, ChangeKind kind) =>
        [.. report.Changes.Where(change => change.Kind == kind).Select(change => change.Member).Order(StringComparer.Ordinal)];

    private static bool Exists(JsonValue root, IEnumerable<string> path) =>
        path.Aggregate<string, JsonValue?>(root, (value, segment) => value?.FindChild(segment)) is not null;

    private static CheckReport Check(string presentPath, string newerPath)
    {
        Specification whole = Load(presentPath);
        Specification present = Specification.Parse(Slicer.Cut(whole, s_configuration).Json, "stripe.json");
        Specification newer = Load(newerPath);
        return SliceCheck.Run(present, s_configuration, newer);
    }

    private static Specification Load(string path) => Specification.Parse(File.ReadAllBytes(path), Path.GetFileName(path));

    /// <summary>The list beside this file, without the remarks at its start.</summary>
    private static string ReadExpected()
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Lattice.Slice.Tests", "Checking", "2023-to-2026.txt"));
        return text[text.IndexOf("## ", StringComparison.Ordinal)..].ReplaceLineEndings("\n") + "\n";
    }
}
