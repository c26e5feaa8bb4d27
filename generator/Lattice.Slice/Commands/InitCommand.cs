using System.CommandLine;
using System.Text;
using Lattice.Slice.Configuration;
using Lattice.Slice.Files;
using Lattice.Slice.Output;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Commands;

/// <summary><c>lattice init</c>: a slice without operations.</summary>
internal static class InitCommand
{
    private const string SchemaName = "slice.schema.json";

    public static Command Create(IReport report)
    {
        Option<string> slice = SharedOptions.Slice();
        var command = new Command("init", "Makes a slice.json without operations, and the schema that explains it.") { slice };
        command.SetAction(parsed => Run(report, parsed.GetValue(slice)!));
        return command;
    }

    private static int Run(IReport report, string slice)
    {
        if (File.Exists(slice))
        {
            throw new CommandFailedException($"{slice} exists already.");
        }

        // The first `lattice add` would replace it with a slice of one operation.
        string folder = Path.GetDirectoryName(Path.GetFullPath(slice))!;
        string present = Path.Combine(folder, SliceFiles.SliceName);
        if (File.Exists(present))
        {
            throw new CommandFailedException(
                $"{present} exists already, and a slice.json without operations would not describe it. Write a slice.json that lists its operations.");
        }

        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"The folder {folder} cannot be made: {exception.Message}");
        }

        new FileChanges()
            .Replace(slice, Encoding.UTF8.GetBytes(EmptySlice))
            .Replace(Path.Combine(folder, SchemaName), ReadSchema())
            .Commit();
        report.Line($"Made {slice}. `lattice list` shows what there is to add, `lattice add` adds it.");
        return ExitCodes.Done;
    }

    private static string EmptySlice => $$"""
        {
          "$schema": "./{{SchemaName}}",
          "{{SliceConfigurationReader.Source}}": "{{SpecSource.Stripe}}",
          "{{SliceConfigurationReader.Operations}}": [
          ],
          "{{SliceConfigurationReader.TreatAsCreate}}": [
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
