using System.CommandLine;
using System.Text;
using Lattice.Slice.Configuration;
using Lattice.Slice.Files;
using Lattice.Slice.Output;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Commands;

/// <summary><c>lattice init</c>: creates a slice without operations.</summary>
internal static class InitCommand
{
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
        if (InputFile.Exists(slice))
        {
            throw new CommandFailedException(Directory.Exists(slice)
                ? $"{slice} is a folder. Pass the path of the slice.json to create."
                : $"{slice} already exists. To start over, delete it first.");
        }

        // The first `lattice add` would replace it with a slice of one operation.
        string folder = GetFolder(slice);
        string present = Path.Combine(folder, SliceFiles.SliceName);
        if (InputFile.Exists(present))
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
        string schema = Path.Combine(folder, SliceFiles.SchemaName);
        byte[] schemaText = ReadSchema();
        if (InputFile.Exists(schema) && !InputFile.Read(schema, schema, whenMissing: ".").AsSpan().SequenceEqual(schemaText))
        {
            throw new CommandFailedException($"{schema} already exists and is different. Delete it, or choose another folder with --slice.");
        }

        CreateFolder(folder);
        var absent = new LoadedFile(null);
        new FileChanges()
            .Keep(present, "where `lattice add` writes the slice")
            .Keep(document?.File, "the source of the slice")
            .Replace(slice, Encoding.UTF8.GetBytes(CreateEmptySlice(source)), absent)
            .Replace(schema, schemaText, absent)
            .Commit();
        string of = document is null
            ? ""
            : $" for {document.Name} ({Counted.Of(document.Operations.Count, "operation")}, API version {document.Version})";
        report.Line($"Created {slice}{of}. `lattice list` lists the operations, and `lattice add` adds one.");
        return ExitCodes.Done;
    }

    private static string GetFolder(string slice)
    {
        try
        {
            return Path.GetDirectoryName(Path.GetFullPath(slice))
                ?? throw new CommandFailedException($"{slice} is a folder. Pass the path of the slice.json to create.");
        }
        catch (ArgumentException exception)
        {
            throw new CommandFailedException($"Cannot create {slice}: {FileErrors.Describe(exception)}");
        }
    }

    private static void CreateFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            throw new CommandFailedException($"Cannot create the folder {folder}: {FileErrors.Describe(exception)}");
        }
    }

    private static string CreateEmptySlice(string source) => $$"""
        {
          "$schema": "./{{SliceFiles.SchemaName}}",
          "{{SliceConfigurationReader.Source}}": {{SliceEditor.ToJson(source)}},
          "{{SliceConfigurationReader.Operations}}": [
          ]
        }

        """.ReplaceLineEndings("\n");

    private static byte[] ReadSchema()
    {
        using Stream stream = typeof(InitCommand).Assembly.GetManifestResourceStream(SliceFiles.SchemaName)!;
        using var schema = new MemoryStream();
        stream.CopyTo(schema);
        return schema.ToArray();
    }
}
