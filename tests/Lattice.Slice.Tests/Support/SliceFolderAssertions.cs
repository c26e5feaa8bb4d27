namespace Lattice.Slice.Tests.Support;

/// <summary>What a command must do to a folder.</summary>
internal static class SliceFolderAssertions
{
    /// <summary>Asserts that a command fails with a message, and changes no file.</summary>
    public static async Task AssertRejectedAsync(this SliceFolder folder, string message, params string[] command)
    {
        IReadOnlyList<(string, string)> before = folder.Snapshot();

        Response response = await folder.RunAsync(command);

        Assert.Equal((3, ""), (response.Code, response.Output));
        Assert.Contains(message, response.Error, StringComparison.Ordinal);
        Assert.StartsWith("lattice: ", response.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("unexpected", response.Error, StringComparison.Ordinal);
        Assert.Equal(before, folder.Snapshot());
    }
}
