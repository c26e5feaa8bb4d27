using Lattice.Slice.Tests.Support;

namespace Lattice.Slice.Tests.Files;

/// <summary>Files that a command must not replace.</summary>
public sealed class OutputFileTests : IDisposable
{
    private readonly SliceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [UnixFiles.Theory]
    [InlineData("slice.json", "the configuration of the slice")]
    [InlineData("./inner/../slice.json", "the configuration of the slice")]
    [InlineData("stripe.json", "the slice")]
    [InlineData("hard-link.json", "the slice")]
    [InlineData("slice.schema.json", "the JSON schema of slice.json")]
    [InlineData("spec.json", "the newer document")]
    [InlineData("hard-link-of-spec.json", "the newer document")]
    public async Task A_report_does_not_replace_a_file_that_the_command_reads(string output, string description)
    {
        await CreateSliceAsync();
        Directory.CreateDirectory(At("inner"));
        UnixFiles.CreateHardLink(At("hard-link.json"), _folder.SlicePath);
        UnixFiles.CreateHardLink(At("hard-link-of-spec.json"), _folder.Spec);

        await AssertRejected($"Cannot write {At(output)}: it is {description}", "check", "--output", At(output));
    }

    [UnixFiles.Theory]
    [InlineData("/dev/null")]
    [InlineData("/dev/full")]
    [InlineData("/dev/stdout")]
    [InlineData("/dev/fd/1")]
    [InlineData("/proc/self/fd/1")]
    public async Task A_report_does_not_replace_a_device(string device)
    {
        await CreateSliceAsync();

        await AssertRejected($"Cannot write {device}: It is a device, a pipe, or a socket.", "check", "--output", device);
    }

    [UnixFiles.Fact]
    public async Task A_report_does_not_replace_a_pipe_or_a_folder()
    {
        await CreateSliceAsync();
        string pipes = Directory.CreateDirectory(At("pipes")).FullName;
        UnixFiles.CreatePipe(Path.Combine(pipes, "pipe"));

        await AssertRejected($"Cannot write {pipes}/pipe: It is a device, a pipe, or a socket.", "check", "--output", $"{pipes}/pipe");
        await AssertRejected($"Cannot write {pipes}: It is a folder.", "check", "--output", pipes);
        await AssertRejected("Cannot write /: It is a folder.", "check", "--output", "/");
        await AssertRejected($"Cannot write {pipes}/new/: It is a folder.", "check", "--output", $"{pipes}/new/");
        Assert.Single(Directory.GetFileSystemEntries(pipes));
    }

    [UnixFiles.Fact]
    public async Task A_folder_without_permission_is_an_error()
    {
        await CreateSliceAsync();
        string folder = Directory.CreateDirectory(At("read-only")).FullName;
        if (OperatingSystem.IsLinux())
        {
            // Not even a privileged process can create a file there.
            await AssertRejected("Cannot write /sys/report.md: Access is denied. Change the permissions", "check", "--output", "/sys/report.md");
        }

        if (!OperatingSystem.IsWindows() && !Environment.IsPrivilegedProcess)
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            await AssertRejected($"Cannot write {folder}/report.md: Access is denied.", "check", "--output", $"{folder}/report.md");
        }

        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Theory]
    [InlineData("stripe.json")]
    [InlineData("../{0}/stripe.json")]
    public async Task A_slice_does_not_replace_the_document_that_it_is_cut_from(string spec)
    {
        File.Move(_folder.Spec, _folder.SlicePath);
        string path = Path.Combine(_folder.Folder, spec.Replace("{0}", Path.GetFileName(_folder.Folder), StringComparison.Ordinal));
        string message = $"Cannot write {_folder.SlicePath}: it is the document that the slice is cut from";
        _folder.Write("slice.json", """{ "operations": [ "POST /v1/gadgets" ] }""");

        await AssertRejectedBare(message, "slice", "--spec", path);
        await AssertRejectedBare(message, "slice", "--spec", new Uri(_folder.SlicePath).ToString());
    }

    [Fact]
    public async Task A_slice_json_with_the_name_of_the_slice_is_an_error()
    {
        _folder.Write("stripe.json", SliceFolder.Empty);

        Response response = await SliceFolder.RunToolAsync("add", "gadgets", "--spec", _folder.Spec, "--slice", _folder.SlicePath);

        Assert.Equal(3, response.Code);
        Assert.Contains("has the name of the slice itself", response.Error, StringComparison.Ordinal);
        Assert.Equal(SliceFolder.Empty, _folder.Slice);
    }

    [Theory]
    [InlineData("stripe.json", "it is where `lattice add` writes the slice")]
    [InlineData("slice.schema.json", "they are the same file")]
    [InlineData("spec.json", "already exists. To start over, delete it first.")]
    [InlineData("", "is a folder. Pass the path of the slice.json to create.")]
    [InlineData("../../../../../../../../..", "is a folder. Pass the path of the slice.json to create.")]
    [InlineData("missing/../../../../../../../../..", "is a folder. Pass the path of the slice.json to create.")]
    [InlineData("bad\0name", "The path is not valid.")]
    public async Task Init_rejects_a_path_that_cannot_be_a_slice_json(string name, string message)
    {
        IReadOnlyList<(string, string)> before = _folder.Snapshot();

        Response response = await SliceFolder.RunToolAsync("init", "--slice", At(name));

        Assert.Equal((3, ""), (response.Code, response.Output));
        Assert.Contains(message, response.Error, StringComparison.Ordinal);
        Assert.Equal(before, _folder.Snapshot());
    }

    [Fact]
    public async Task Init_does_not_replace_another_schema()
    {
        File.Delete(_folder.ConfigurationPath);
        _folder.Write("slice.schema.json", "{}");

        await AssertRejectedBare("slice.schema.json already exists and is different.", "init");
    }

    private async Task CreateSliceAsync()
    {
        Assert.Equal(0, (await _folder.RunAsync("add", "gadgets")).Code);
        _folder.Write("slice.schema.json", "{}");
    }

    private Task AssertRejected(string message, params string[] command) => AssertRejectedBare(message, [.. command, "--spec", _folder.Spec]);

    private async Task AssertRejectedBare(string message, params string[] command)
    {
        IReadOnlyList<(string, string)> before = _folder.Snapshot();

        Response response = await _folder.RunBareAsync(command);

        Assert.Equal((3, ""), (response.Code, response.Output));
        Assert.Contains(message, response.Error, StringComparison.Ordinal);
        Assert.Equal(before, _folder.Snapshot());
    }

    private string At(string name) => Path.Combine(_folder.Folder, name);
}
