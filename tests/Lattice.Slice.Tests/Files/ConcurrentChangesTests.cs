using Lattice.Slice.Files;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Files;

/// <summary>Several programs that change the same files: no change is lost without notice.</summary>
public sealed class ConcurrentChangesTests : IDisposable
{
    private static readonly string[] s_operations =
        ["POST /v1/gadgets", "POST /v1/widgets", "POST /v1/widgets/{widget}/people", "POST /v2/core/events"];

    private readonly SliceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_of_several_additions_is_in_the_slice_or_fails()
    {
        for (int round = 0; round < 30; round++)
        {
            _folder.Write("slice.json", SliceFolder.Empty);
            File.Delete(_folder.SlicePath);

            Response[] responses = await Task.WhenAll(s_operations.Select(operation => Task.Run(() => _folder.RunAsync("add", operation))));

            List<string> added = [.. s_operations.Where((_, index) => responses[index].Code == 0)];
            Assert.NotEmpty(added);
            Assert.All(added, operation => Assert.Contains($"\"{operation}\"", _folder.Configuration, StringComparison.Ordinal));
            Assert.Equal(added.Count, _folder.Configuration.Split("\"POST ").Length - 1);
            Assert.Equal(added.Count, _folder.Slice.Split("\"post\":").Length - 1);
            Assert.All(responses.Where(response => response.Code != 0), response =>
            {
                Assert.Equal((3, ""), (response.Code, response.Output));
                Assert.Contains("Another program changed ", response.Error, StringComparison.Ordinal);
            });
            Assert.Equal(["slice.json", "spec.json", "stripe.json"], _folder.Snapshot().Select(file => file.Name));
        }
    }

    [Theory]
    [InlineData("add", "gadgets")]
    [InlineData("remove", "widgets")]
    [InlineData("slice")]
    public async Task A_change_while_the_document_is_loaded_is_not_lost(params string[] command)
    {
        await _folder.RunAsync("add", "widgets");
        _folder.Write("spec.json", SmallSpec.Json.Replace("How big it is.", "How large it is.", StringComparison.Ordinal));
        await AssertNotLostAsync(command);
    }

    [Theory]
    [InlineData("expand", "widget.owner")]
    [InlineData("rename", "widget.url", "Address")]
    [InlineData("secret", "widget.id")]
    public async Task A_change_while_a_setting_changes_is_not_lost(params string[] command)
    {
        await _folder.RunAsync("add", "widgets");
        await AssertNotLostAsync(command);
    }

    [Fact]
    public async Task A_lock_that_was_left_behind_does_not_block()
    {
        _folder.Write(".slice.json.lattice-lock", "");

        Response response = await _folder.RunAsync("add", "gadgets").WaitAsync(TimeSpan.FromSeconds(8));

        Assert.Equal((0, ""), (response.Code, response.Error));
        Assert.Equal(["slice.json", "spec.json", "stripe.json"], _folder.Snapshot().Select(file => file.Name));
    }

    [Fact]
    public async Task A_command_waits_for_the_lock_of_another_one()
    {
        var held = FileLock.Acquire(_folder.ConfigurationPath);
        Task<Response> command = Task.Run(() => _folder.RunAsync("add", "gadgets"));
        await Task.Delay(TimeSpan.FromSeconds(2));
        bool hasEnded = command.IsCompleted;
        string before = _folder.Configuration;
        held.Dispose();

        Response response = await command;

        Assert.False(hasEnded);
        Assert.Equal(SliceFolder.Empty, before);
        Assert.Equal((0, ""), (response.Code, response.Error));
    }

    /// <summary>Runs a command that changes a slice, and changes slice.json while the command loads the document.</summary>
    private async Task AssertNotLostAsync(string[] command)
    {
        string edited = _folder.Configuration.Replace("{\n", "{\n  \"sensitive\": {},\n", StringComparison.Ordinal);
        await using var server = new LoopbackServer(_ =>
        {
            _folder.Write("slice.json", edited);
            string spec = File.ReadAllText(_folder.Spec);
            return $"HTTP/1.1 200 OK\r\nContent-Length: {spec.Length}\r\nConnection: close\r\n\r\n{spec}";
        });
        string slice = _folder.Slice;

        Response response = await _folder.RunBareAsync([.. command, "--spec", server.Address.ToString()]);

        Assert.Equal((3, ""), (response.Code, response.Output));
        Assert.Contains($"Another program changed {_folder.ConfigurationPath} while this command ran", response.Error, StringComparison.Ordinal);
        Assert.Equal((edited, slice), (_folder.Configuration, _folder.Slice));
    }
}
