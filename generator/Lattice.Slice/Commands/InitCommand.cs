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
        Option<string> slice = SharedOptions.Slice();
        var command = new Command("init", "Creates a slice.json without operations, and its JSON schema.") { slice };
        command.SetAction(parsed => Run(report, parsed.GetValue(slice)!));
        return command;
    }

    private static int Run(IReport report, string slice)
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

        CreateFolder(folder);
        var absent = new LoadedFile(null);
        string schema = Path.Combine(folder, SliceFiles.SchemaName);
        byte[] schemaText = ReadSchema();
        if (InputFile.Exists(schema) && !InputFile.Read(schema, schema, whenMissing: ".").AsSpan().SequenceEqual(schemaText))
        {
            throw new CommandFailedException($"{schema} already exists and is different. Delete it, or choose another folder with --slice.");
        }

        new FileChanges()
            .Keep(present, "where `lattice add` writes the slice")
            .Replace(slice, Encoding.UTF8.GetBytes(EmptySlice), absent)
            .Replace(schema, schemaText, absent)
            .Commit();
        report.Line($"Created {slice}. `lattice list` lists the operations, and `lattice add` adds one.");
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

    private static string EmptySlice => $$"""
        {
          "$schema": "./{{SliceFiles.SchemaName}}",
          "{{SliceConfigurationReader.Source}}": "{{SpecSource.Stripe}}",
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
