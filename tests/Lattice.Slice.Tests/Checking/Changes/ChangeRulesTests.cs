using Lattice.Slice.Checking.Changes;

namespace Lattice.Slice.Tests.Checking.Changes;

public sealed class ChangeRulesTests
{
    public static TheoryData<string> Names => [.. typeof(ChangeRules).GetFields().Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_rule_has_a_class_and_a_message_with_the_values_of_the_change(string name)
    {
        var change = new Change(GetRule(name), "Widget.Size", new ChangeLocation(true, "/a"), "{size}", "{old}", "{new}");

        Assert.Equal(name, change.Rule.Name);
        Assert.True(Enum.IsDefined(change.Class));
        Assert.Matches(@"`\{(size|old|new)\}`", change.Message);
    }

    /// <summary>The exit code for changes of one class and of several.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0, nameof(ChangeRules.DescriptionChanged))]
    [InlineData(0, nameof(ChangeRules.WireFormatChanged), nameof(ChangeRules.OperationNoLongerDeprecated))]
    [InlineData(1, nameof(ChangeRules.FieldAdded))]
    [InlineData(1, nameof(ChangeRules.DescriptionChanged), nameof(ChangeRules.ParameterValueAdded))]
    [InlineData(2, nameof(ChangeRules.ParameterBecameRequired))]
    [InlineData(2, nameof(ChangeRules.OperationDeprecated))]
    [InlineData(2, nameof(ChangeRules.FieldBecameNullable))]
    [InlineData(2, nameof(ChangeRules.FieldAdded), nameof(ChangeRules.ParameterRemoved), nameof(ChangeRules.DescriptionChanged))]
    public void The_worst_class_decides_the_exit_code(int expected, params string[] names)
    {
        CheckReport report = Report(names.Select(GetRule));

        Assert.Equal(expected, (int)report.ExitCode);
    }

    [Fact]
    public void The_worst_changes_come_first_and_the_others_keep_their_order()
    {
        CheckReport report = Report(
        [
            ChangeRules.FieldAdded, ChangeRules.ServerChanged, ChangeRules.FieldRemoved,
            ChangeRules.DescriptionChanged, ChangeRules.ParameterRemoved,
        ]);

        Assert.Equal(
            [
                ChangeRules.FieldRemoved, ChangeRules.ParameterRemoved, ChangeRules.ServerChanged,
                ChangeRules.FieldAdded, ChangeRules.DescriptionChanged,
            ],
            report.Changes.Select(change => change.Rule));
    }

    private static CheckReport Report(IEnumerable<ChangeRule> rules) =>
        CheckReport.Create("a", "b", rules.Select(rule => new Change(rule, "W", new ChangeLocation(true, "/"), "w")));

    private static ChangeRule GetRule(string name) => (ChangeRule)typeof(ChangeRules).GetField(name)!.GetValue(null)!;
}
