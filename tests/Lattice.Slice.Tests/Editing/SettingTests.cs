using System.Text;
using Lattice.Slice.Configuration;
using Lattice.Slice.Editing;
using Lattice.Slice.Specifications;
using Lattice.Slice.Tests.Support;
using Lattice.Spec.Model;

namespace Lattice.Slice.Tests.Editing;

/// <summary>Settings of members in Stripe's document: each can be set, changes nothing else, and is removed to the byte.</summary>
public sealed class SettingTests
{
    // Every member would take minutes.
    private const int Step = 30;

    [Specs.Fact]
    public async Task Each_expandable_field_can_be_expanded_and_restored()
    {
        using SliceFolder folder = await CreateAsync();
        SliceDraft draft = Load(folder);
        List<string> names = [.. GetMembers(draft)
            .Where(member => draft.GetPointers(member).Any(draft.Result.Expandable.Contains)).Select(member => member.Name)];

        Assert.All(names, name =>
        {
            ExpandSetting added = new ExpandSetting(draft, [], []).Add(name, default);
            added.Draft.EnsureReplaces(draft, allowsWarnings: true);
            ExpandSetting removed = (added with { Fields = [] }).Remove([name], default);

            Assert.Contains("Expandable<", added.Draft.FindTypeText(added.Fields[0].Member!), StringComparison.Ordinal);
            AssertSame(draft, removed.Draft);
        });
        Assert.InRange(names.Count, 20, int.MaxValue);
    }

    [Specs.Fact]
    public async Task Properties_can_be_renamed_and_restored()
    {
        using SliceFolder folder = await CreateAsync();
        SliceDraft draft = Load(folder);

        Assert.All(GetMembers(draft).Where((_, index) => index % Step == 0), member =>
        {
            NameSetting named = NameSetting.Set(draft, member.Name, "Renamed" + member.Property!.Name, default);
            named.Draft.EnsureReplaces(draft, allowsWarnings: false);
            NameSetting removed = NameSetting.Remove(named.Draft, member.Name, name: null, default);

            Assert.Contains(
                ($"{member.Name}", $"{CSharpNames.Relative(member.Type)}.Renamed{member.Property!.Name}"),
                Renames.Find(draft.Model, named.Draft.Model));
            AssertSame(draft, removed.Draft);
        });
    }

    [Specs.Fact]
    public async Task Strings_can_become_secrets_or_plain_and_be_restored()
    {
        using SliceFolder folder = await CreateAsync();
        SliceDraft draft = Load(folder);
        IEnumerable<SliceMember> strings = GetMembers(draft)
            .Where(member => member.Property!.Type.Kind is ValueKind.String or ValueKind.Secret && member.Property.Const is null);

        Assert.All(strings.Where((member, index) => member.Property!.Type.Kind == ValueKind.Secret || index % Step == 0), member =>
        {
            bool isSecret = member.Property!.Type.Kind != ValueKind.Secret;
            SensitiveSetting set = new SensitiveSetting(draft, []).Set(member.Name, isSecret, default);
            set.Draft.EnsureReplaces(draft, allowsWarnings: false);
            SensitiveSetting removed = (set with { Fields = [] }).Remove(member.Name, default);

            Assert.Equal(isSecret, set.Draft.FindTypeText(member)!.Contains("Secret", StringComparison.Ordinal));
            AssertSame(draft, removed.Draft);
        });
    }

    private static async Task<SliceFolder> CreateAsync()
    {
        var folder = new SliceFolder();
        Response response = await folder.RunBareAsync(
            "add", "POST /v1/subscriptions", "GET /v1/customers/{customer}", "POST /v1/account_links", "--spec", Specs.Full);
        Assert.Equal((0, ""), (response.Code, response.Error));
        return folder;
    }

    private static SliceDraft Load(SliceFolder folder) => SliceDraft.Load(
        SliceFiles.Load(folder.ConfigurationPath), Specification.Parse(File.ReadAllBytes(Specs.Full), "spec3.json"), default);

    private static IEnumerable<SliceMember> GetMembers(SliceDraft draft) =>
        draft.Locations.Properties.Select(entry => new SliceMember(entry.Type, entry.Property)).Distinct();

    private static void AssertSame(SliceDraft expected, SliceDraft actual)
    {
        Assert.Equal(Encoding.UTF8.GetString(expected.Files.Text), Encoding.UTF8.GetString(actual.Files.Text));
        Assert.Equal(expected.Model.Slice.Text, actual.Model.Slice.Text);
    }
}
