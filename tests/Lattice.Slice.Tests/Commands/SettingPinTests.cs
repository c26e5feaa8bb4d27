using System.Text.RegularExpressions;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Commands;

/// <summary>The commands that change a setting do not change what slice.json pins.</summary>
public sealed partial class SettingPinTests : IDisposable
{
    private readonly SliceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("expand widget.owner", "")]
    [InlineData("expand widget.owner", "sha256")]
    [InlineData("expand widget.owner", "version sha256")]
    [InlineData("rename widget.url Address", "")]
    [InlineData("rename widget.url Address", "sha256")]
    [InlineData("secret widget.id", "")]
    [InlineData("secret widget.id", "sha256")]
    public async Task A_setting_and_its_removal_restore_the_exact_files(string command, string pinned)
    {
        await AddWidgetsAsync(pinned);
        IReadOnlyList<(string, string)> before = _folder.Snapshot();
        string pin = Pin().Match(_folder.Configuration).Value;

        Response set = await _folder.RunAsync(command.Split(' '));
        string between = _folder.Configuration;
        Response removed = await _folder.RunAsync([.. command.Split(' '), "--remove"]);

        Assert.Equal([(0, ""), (0, "")], new[] { set, removed }.Select(response => (response.Code, response.Error)));
        Assert.NotEqual(before[0].Item2, between);
        Assert.Equal(pin, Pin().Match(between).Value);
        Assert.Equal(before, _folder.Snapshot());
    }

    [Theory]
    [InlineData("expand widget.owner")]
    [InlineData("rename widget.url Address")]
    [InlineData("secret widget.id")]
    public async Task A_setting_needs_the_pinned_document(string command)
    {
        await AddWidgetsAsync("version sha256");
        string other = _folder.Write("other.json", SmallSpec.Json + "\n");
        IReadOnlyList<(string, string)> before = _folder.Snapshot();

        Response response = await _folder.RunBareAsync([.. command.Split(' '), "--spec", other]);

        Assert.Equal((3, ""), (response.Code, response.Output));
        Assert.Contains($", but {other} is version 2030-01-01.test (SHA-256 ", response.Error, StringComparison.Ordinal);
        Assert.Contains("run `lattice slice` with the same --spec first", response.Error, StringComparison.Ordinal);
        Assert.Equal(before, _folder.Snapshot());
        Assert.Equal(0, (await _folder.RunBareAsync("slice", "--spec", other)).Code);
        Assert.Equal(0, (await _folder.RunBareAsync([.. command.Split(' '), "--spec", other])).Code);
    }

    /// <summary>Creates a slice whose pin has these members; none if there is no pin.</summary>
    private async Task AddWidgetsAsync(string pinned)
    {
        Assert.Equal(0, (await _folder.RunAsync("add", "widgets")).Code);
        string pin = Pin().Match(_folder.Configuration).Value;
        Assert.NotEmpty(pin);
        string wanted = pinned switch
        {
            "" => "",
            "sha256" => Version().Replace(pin, ""),
            _ => pin,
        };
        _folder.Write("slice.json", _folder.Configuration.Replace(pin, wanted, StringComparison.Ordinal));
    }

    [GeneratedRegex("""\s*"pinned": \{[^}]*\},""")]
    private static partial Regex Pin();

    [GeneratedRegex("\"version\": \"[^\"]*\", ")]
    private static partial Regex Version();
}
