using Lattice.Slice.Checking;
using Lattice.Slice.Checking.Reports;

namespace Lattice.Slice.Tests.Checking;

public sealed class ChangeRuleTests
{
    public static TheoryData<string> Kinds => [.. Enum.GetNames<ChangeKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_a_class_and_a_sentence_that_is_filled_in(string kind)
    {
        var change = new Change(Enum.Parse<ChangeKind>(kind), "Widget.Size", new ChangeLocation(true, "/a"), "{size}", "{old}", "{new}");

        Assert.True(Enum.IsDefined(change.Class));
        Assert.Matches(@"`\{(size|old|new)\}`", change.Message);
    }

    /// <summary>What one of each class alone, and all together, make of the exit code.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0, nameof(ChangeKind.DescriptionChanged))]
    [InlineData(0, nameof(ChangeKind.WireFormatChanged), nameof(ChangeKind.OperationNoLongerDeprecated))]
    [InlineData(1, nameof(ChangeKind.FieldAdded))]
    [InlineData(1, nameof(ChangeKind.DescriptionChanged), nameof(ChangeKind.ParameterValueAdded))]
    [InlineData(2, nameof(ChangeKind.ParameterBecameRequired))]
    [InlineData(2, nameof(ChangeKind.OperationDeprecated))]
    [InlineData(2, nameof(ChangeKind.FieldBecameNullable))]
    [InlineData(2, nameof(ChangeKind.FieldAdded), nameof(ChangeKind.ParameterRemoved), nameof(ChangeKind.DescriptionChanged))]
    public void The_worst_class_decides_the_exit_code(int expected, params string[] kinds)
    {
        CheckReport report = Report(kinds.Select(Enum.Parse<ChangeKind>));

        Assert.Equal(expected, (int)report.ExitCode);
    }

    [Fact]
    public void The_worst_changes_come_first_and_the_others_keep_their_order()
    {
        CheckReport report = Report(
        [
            ChangeKind.FieldAdded, ChangeKind.ServerChanged, ChangeKind.FieldRemoved,
            ChangeKind.DescriptionChanged, ChangeKind.ParameterRemoved,
        ]);

        Assert.Equal(
            [
                ChangeKind.FieldRemoved, ChangeKind.ParameterRemoved, ChangeKind.ServerChanged,
                ChangeKind.FieldAdded, ChangeKind.DescriptionChanged,
            ],
            report.Changes.Select(change => change.Kind));
    }

    [Theory]
    [InlineData("plain", "`plain`")]
    [InlineData("", "` `")]
    [InlineData("a`b", "`a'b`")]
    [InlineData("a\u001b[31m\nb", "`a [31m b`")]
    [InlineData("a\u202eb\u2028c", "`a b c`")]
    [InlineData("{old}", "`{old}`")]
    public void Text_of_a_specification_stays_in_its_place(string text, string expected) => Assert.Equal(expected, CodeText.Quote(text));

    [Fact]
    public void A_long_text_is_shortened_between_characters()
    {
        string quoted = CodeText.Quote(new string('a', 239) + "😀" + new string('b', 100));

        Assert.Equal($"`{new string('a', 239)}…`", quoted);
    }

    private static CheckReport Report(IEnumerable<ChangeKind> kinds) =>
        CheckReport.Create("a", "b", kinds.Select(kind => new Change(kind, "W", new ChangeLocation(true, "/"), "w")));
}
