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
    private const string SchemaName = "slice.schema.json";

    public static Command Create(IReport report)
    {
        Option<string> slice = SharedOptions.Slice();
        var command = new Command("init", "Creates a slice.json without operations, and its JSON schema.") { slice };
        command.SetAction(parsed => Run(report, parsed.GetValue(slice)!));
        return command;
    }

    private static int Run(IReport report, string slice)
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

        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"Cannot create the folder {folder}: {exception.Message}");
        }

        new FileChanges()
            .Replace(slice, Encoding.UTF8.GetBytes(EmptySlice))
            .Replace(Path.Combine(folder, SchemaName), ReadSchema())
            .Commit();
        report.Line($"Created {slice}. `lattice list` lists the operations, and `lattice add` adds one.");
        return ExitCodes.Done;
    }

    private static string EmptySlice => $$"""
        {
          "$schema": "./{{SchemaName}}",
          "{{SliceConfigurationReader.Source}}": "{{SpecSource.Stripe}}",
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
