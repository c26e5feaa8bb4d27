using Lattice.Slice.Files;
using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Files;

/// <summary>Input that is not a regular file, or cannot be read: no command hangs, crashes, or changes a file.</summary>
public sealed class InputFileTests : IDisposable
{
    private const string NotRegular = "It is a device, a pipe, or a socket.";
    private const string IsFolder = "It is a folder.";

    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    private readonly SliceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [UnixFiles.Theory]
    [InlineData("pipe", NotRegular)]
    [InlineData("/dev/zero", NotRegular)]
    [InlineData("/dev/null", NotRegular)]
    [InlineData("link-to-zero", NotRegular)]
    [InlineData("folder", IsFolder)]
    [InlineData("/", IsFolder)]
    [InlineData("loop", "")]
    public async Task Every_command_rejects_it(string name, string message)
    {
        await _folder.RunAsync("add", "gadgets");
        string path = Path.Combine(_folder.Folder, "inner", name);
        Directory.CreateDirectory(Path.Combine(_folder.Folder, "inner", "folder"));
        UnixFiles.CreatePipe(Path.Combine(_folder.Folder, "inner", "pipe"));
        File.CreateSymbolicLink(Path.Combine(_folder.Folder, "inner", "link-to-zero"), "/dev/zero");
        File.CreateSymbolicLink(Path.Combine(_folder.Folder, "inner", "loop"), "loop");

        string[] commands =
        [
            "list", "add widgets", "remove gadgets", "expand gadget.part", "rename gadget.id Name", "secret gadget.id", "slice", "check",
        ];
        foreach (string command in commands.Append("list --secrets"))
        {
            await AssertRejected($"Cannot read {path}: {message}", [.. command.Split(' '), "--spec", path, "--slice", _folder.ConfigurationPath]);
        }

        foreach (string command in commands)
        {
            await AssertRejected($"Cannot read {path}: {message}", [.. command.Split(' '), "--spec", _folder.Spec, "--slice", path]);
        }

        string other = Path.Combine(_folder.Folder, "other", "slice.json");
        await AssertRejected($"Cannot read {path}: {message}", "init", "--spec", path, "--slice", other);
        Assert.False(Directory.Exists(Path.GetDirectoryName(other)));
        await AssertRejected($"Cannot read {path}: {message}", "serve", "--port", "0", "--slice", path);
    }

    [UnixFiles.Theory]
    [InlineData("stripe.json", false)]
    [InlineData("stripe.json", true)]
    [InlineData("source", true)]
    public async Task A_file_that_slice_json_refers_to_is_checked_too(string name, bool isPipe)
    {
        string path = Path.Combine(_folder.Folder, name);
        _folder.Write("slice.json", """{ "operations": [ "POST /v1/gadgets" ], "source": "source" }""");
        if (isPipe)
        {
            UnixFiles.CreatePipe(path);
        }
        else
        {
            Directory.CreateDirectory(path);
        }

        foreach (string command in new[] { "list", "add widgets", "remove gadgets", "slice", "check" })
        {
            Response response = await _folder.RunBareAsync(command.Split(' ')).WaitAsync(s_timeout);

            Assert.Equal((3, ""), (response.Code, response.Output));
            Assert.StartsWith("lattice: ", response.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("unexpected", response.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_an_error()
    {
        await using (FileStream file = File.Create(_folder.Spec))
        {
            file.SetLength(300L * 1024 * 1024);
        }

        Response response = await _folder.RunAsync("list");

        Assert.Equal(3, response.Code);
        Assert.Contains($"Cannot read {_folder.Spec}: It has more than 64 MB", response.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_ends_if_nothing_comes()
    {
        using var pipe = new System.IO.Pipes.AnonymousPipeServerStream(System.IO.Pipes.PipeDirection.Out);
        using var silent = new System.IO.Pipes.AnonymousPipeClientStream(System.IO.Pipes.PipeDirection.In, pipe.ClientSafePipeHandle);
        pipe.Write("{"u8);

        IOException exception = Assert.ThrowsAny<IOException>(() => InputFile.Read(silent, TimeSpan.FromSeconds(0.1)));

        Assert.StartsWith("Nothing could be read from it for 0.1 seconds.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("file:///a%00b")]
    public async Task A_path_with_a_null_character_is_an_error(string path)
    {
        await AssertRejected("null character", "list", "--spec", path, "--slice", _folder.ConfigurationPath);

        _folder.Write("slice.json", $$"""{ "operations": [], "source": "{{path.Replace("\0", "\\u0000", StringComparison.Ordinal)}}" }""");
        await AssertRejected("null character", "list", "--slice", _folder.ConfigurationPath);
    }

    [Fact]
    public async Task A_slice_json_with_70_levels_is_an_error_at_its_location()
    {
        string deep = string.Concat(Enumerable.Repeat("{ \"/a\": ", 70)) + "\"text\"" + new string('}', 70);
        _folder.Write("slice.json", $$"""{ "operations": [], "descriptions": {{deep}} }""");
        await AssertRejected("is not in the slice", "add", "widgets", "--spec", _folder.Spec, "--slice", _folder.ConfigurationPath);

        _folder.Write("slice.json", $$"""{ "operations": {{new string('[', 600)}} }""");
        await AssertRejected("more than 512 levels deep", "slice", "--spec", _folder.Spec, "--slice", _folder.ConfigurationPath);
    }

    [UnixFiles.Fact]
    public async Task A_file_without_permission_is_an_error()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            // A privileged process reads every file.
            return;
        }

        await _folder.RunAsync("add", "gadgets");
        File.SetUnixFileMode(_folder.Spec, UnixFileMode.None);

        await AssertRejected(
            $"Cannot read {_folder.Spec}: Access is denied. Change the permissions",
            "list", "--spec", _folder.Spec, "--slice", _folder.ConfigurationPath);
    }

    private static async Task AssertRejected(string message, params string[] command)
    {
        Response response = await SliceFolder.RunToolAsync(command).WaitAsync(s_timeout);

        Assert.Equal((3, ""), (response.Code, response.Output));
        Assert.Contains(message, response.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("unexpected", response.Error, StringComparison.Ordinal);
    }
}
