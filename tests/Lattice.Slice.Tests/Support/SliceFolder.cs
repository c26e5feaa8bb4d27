using Lattice.Slice.Commands;
using Lattice.Slice.Configuration;
using Lattice.Slice.Output;

namespace Lattice.Slice.Tests.Support;

/// <summary>A folder with a slice, for running commands.</summary>
internal sealed class SliceFolder : IDisposable
{
    public const string Empty = """
        {
          "operations": [
          ]
        }

        """;

    public SliceFolder(string? slice = Empty, string spec = SmallSpec.Json)
    {
        Folder = Directory.CreateTempSubdirectory("lattice-").FullName;
        Spec = Write("spec.json", spec);
        if (slice is not null)
        {
            Write(SliceFiles.ConfigurationName, slice);
        }
    }

    public string Folder { get; }

    /// <summary>The path of the full specification.</summary>
    public string Spec { get; }

    public string ConfigurationPath => Path.Combine(Folder, SliceFiles.ConfigurationName);

    public string SlicePath => Path.Combine(Folder, SliceFiles.SliceName);

    public string Configuration => File.ReadAllText(ConfigurationPath);

    public string Slice => File.ReadAllText(SlicePath);

    public string Write(string name, string text)
    {
        string path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>All files with their contents.</summary>
    public IReadOnlyList<(string Name, string Text)> Snapshot() =>
        [.. Directory.EnumerateFiles(Folder).Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(path), File.ReadAllText(path)))];

    /// <summary>Runs a command on the slice, with the specification in the folder.</summary>
    public Task<Response> RunAsync(params string[] args) => RunBareAsync([.. args, "--spec", Spec]);

    /// <summary>Runs a command on the slice.</summary>
    public Task<Response> RunBareAsync(params string[] args) => RunToolAsync([.. args, "--slice", ConfigurationPath]);

    /// <summary>Runs a command as it is.</summary>
    public static async Task<Response> RunToolAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await LatticeCommand.RunAsync(args, new PlainReport(output, new ErrorOutput(error)), output, error);
        return new Response(code, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

/// <summary>The exit code and the output of a command.</summary>
internal sealed record Response(int Code, string Output, string Error);
