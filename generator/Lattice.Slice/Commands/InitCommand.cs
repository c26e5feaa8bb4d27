using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lattice.Slice.Configuration;
using Lattice.Slice.Files;
using Lattice.Slice.Output;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Commands;

/// <summary><c>lattice init</c>: creates a slice without operations.</summary>
internal static class InitCommand
{
    private const string SchemaName = "slice.schema.json";

    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(IReport report)
    {
        Option<string?> spec = SharedOptions.Spec();
        spec.Description = "The source of the slice: the full specification in JSON or YAML, as a file or a URL. "
            + "Default: the document that Stripe publishes.";
        Option<string> slice = SharedOptions.Slice();
        var command = new ExampleCommand(
            "init",
            "Creates a slice.json without operations, and its JSON schema.",
            "lattice init",
            "lattice init --spec spec3.json",
            "lattice init --slice stripe/slice.json")
        {
            spec, slice,
        };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(report, parsed.GetValue(slice)!, parsed.GetValue(spec), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IReport report, string slice, string? spec, CancellationToken cancellationToken)
    {
        if (File.Exists(slice))
        {
            throw new CommandFailedException($"{slice} already exists. To start over, delete it first.");
        }

        // The first `lattice add` would replace it with a slice of one operation.
        string folder = Path.GetDirectoryName(Path.GetFullPath(slice))!;
        string present = Path.Combine(folder, SliceFiles.SliceName);
        if (File.Exists(present))
        {
            throw new CommandFailedException(
                $"{present} already exists, and an empty slice.json would not describe it. "
                + "Write a slice.json that lists its operations, or delete it.");
        }

        // A wrong source is an error now, not when the first operation is added.
        string source = spec is null ? SpecSource.Stripe : SourceText.Create(spec, Environment.CurrentDirectory, folder);
        Specification? document = spec is null
            ? null
            : await report.LoadAsync(new SpecSource(spec, Environment.CurrentDirectory), cancellationToken);
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"Cannot create the folder {folder}: {exception.Message}");
        }

        new FileChanges()
            .Replace(slice, Encoding.UTF8.GetBytes(CreateEmptySlice(source)))
            .Replace(Path.Combine(folder, SchemaName), ReadSchema())
            .Commit();
        string of = document is null
            ? ""
            : $" for {document.Name} ({Counted.Of(document.Operations.Count, "operation")}, API version {document.Version})";
        report.Line($"Created {slice}{of}. `lattice list` lists the operations, and `lattice add` adds one.");
        return ExitCodes.Done;
    }

    private static string CreateEmptySlice(string source) => $$"""
        {
          "$schema": "./{{SchemaName}}",
          "{{SliceConfigurationReader.Source}}": {{JsonSerializer.Serialize(source, s_options)}},
          "{{SliceConfigurationReader.Operations}}": [
          ]
        }

        """.ReplaceLineEndings("\n");

    private static byte[] ReadSchema()
    {
        using Stream stream = typeof(InitCommand).Assembly.GetManifestResourceStream(SchemaName)!;
        using var schema = new MemoryStream();
        stream.CopyTo(schema);
        return schema.ToArray();
    }
}
