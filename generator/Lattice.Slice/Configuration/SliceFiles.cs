using Lattice.Slice.Files;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Configuration;

/// <summary>The files of a slice: slice.json, and in the same folder stripe.json, which is created from it.</summary>
internal sealed partial class SliceFiles
{
    public const string ConfigurationName = "slice.json";
    public const string SliceName = "stripe.json";
    public const string SchemaName = "slice.schema.json";

    /// <summary>What to do if slice.json is not valid.</summary>
    public const string Repair = "Correct it, or restore an earlier version.";

    private const string RepairSlice = "To create it again, run `lattice slice`.";

    private readonly LoadedFile _loaded;
    private readonly LoadedFile _loadedSlice;

    private SliceFiles(string path, byte[] text, LoadedFile loaded, LoadedFile loadedSlice)
    {
        Path = path;
        Text = text;
        _loaded = loaded;
        _loadedSlice = loadedSlice;
        JsonText.Parse(Utf8Text.Decode(text, path), path, Repair);
        Root = JsonSpan.Parse(text);
        Configuration = new SliceConfigurationReader(text, path).Read(Root);
    }

    /// <summary>The path of slice.json as it was passed.</summary>
    public string Path { get; }

    /// <summary>The text of slice.json.</summary>
    public byte[] Text { get; }

    public SliceConfiguration Configuration { get; }

    public string SlicePath => GetPathBeside(Path, SliceName);

    /// <summary>The bytes of stripe.json when slice.json was loaded; <see langword="null"/> if it was absent.</summary>
    public byte[]? SliceText => _loadedSlice.Bytes;

    private JsonSpan Root { get; }

    // The schema that editors use; it can be a URL.
    private string SchemaPath =>
        GetPathBeside(Path, Root.Find(SliceConfigurationReader.Schema)?.Value.Text is { Length: > 0 } schema ? schema : SchemaName);

    /// <summary>The default path of slice.json: in the folder <c>openapi</c>, otherwise in the current folder.</summary>
    public static string GetDefaultPath(string folder)
    {
        string inOpenApi = System.IO.Path.Combine("openapi", ConfigurationName);
        return !File.Exists(System.IO.Path.Combine(folder, inOpenApi)) && File.Exists(System.IO.Path.Combine(folder, ConfigurationName))
            ? ConfigurationName
            : inOpenApi;
    }

    /// <exception cref="CommandFailedException">It does not exist, or is not a valid slice.json; or stripe.json cannot be read.</exception>
    public static SliceFiles Load(string path)
    {
        if (System.IO.Path.GetFileName(path) == SliceName)
        {
            throw new CommandFailedException($"{path} has the name of the slice itself. Pass the path of the slice.json that it is created from.");
        }

        string slice = GetPathBeside(path, SliceName);
        IReadOnlyList<byte[]?> read = ConsistentRead.Read(path, () => [ReadText(path), ReadSlice(slice)]);
        byte[] text = read[0]!;
        if (Utf8Text.HasByteOrderMark(text))
        {
            throw new CommandFailedException($"{path} starts with a byte order mark. Save it as UTF-8 without one.");
        }

        return new SliceFiles(path, text, new LoadedFile(text), new LoadedFile(read[1]));
    }

    /// <exception cref="CommandFailedException">It does not exist, or cannot be read.</exception>
    public static byte[] ReadText(string path) => InputFile.Read(
        path,
        path,
        whenMissing: $" (full path: {System.IO.Path.GetFullPath(path)}). Change to the folder of the project that has it, pass --slice, or run "
            + "`lattice init` to create it.");

    /// <summary>The present slice, or <see langword="null"/> if absent.</summary>
    /// <exception cref="CommandFailedException">stripe.json is not a specification.</exception>
    public Specification? LoadSlice() => SliceText is { } text ? Specification.Parse(text, SlicePath, repair: RepairSlice) : null;

    /// <summary>Writes slice.json and stripe.json, either both or neither.</summary>
    /// <param name="slice">The text of stripe.json.</param>
    /// <param name="spec">The document that it was cut from.</param>
    /// <exception cref="CommandFailedException">A file cannot be written, or has changed since it was loaded.</exception>
    public void Save(byte[] slice, Specification spec) => new FileChanges()
        .Keep(spec.File, "the document that the slice is cut from")
        .Keep(SchemaPath, "the JSON schema of slice.json")
        .Replace(Path, Text, _loaded)
        .Replace(SlicePath, slice, _loadedSlice)
        .Commit();

    /// <summary>Declares that other output must not replace the files of the slice.</summary>
    public FileChanges KeepIn(FileChanges changes) => changes
        .Keep(Path, "the configuration of the slice")
        .Keep(SlicePath, "the slice")
        .Keep(SchemaPath, "the JSON schema of slice.json");

    /// <summary>The source of the full specification.</summary>
    /// <param name="sourceOverride">The source on the command line, which overrides the one in slice.json.</param>
    /// <param name="latest">Whether the pin in slice.json is ignored.</param>
    public SpecSource GetSource(string? sourceOverride, bool latest = false)
    {
        string source = Configuration.Source ?? SpecSource.Stripe;
        return sourceOverride is not null
            ? new SpecSource(sourceOverride, Environment.CurrentDirectory) { IsKept = SpecSource.IsUrl(source) }
            : new SpecSource(source, System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!)
            {
                Pin = latest ? null : Configuration.Pin,
            };
    }

    private static byte[]? ReadSlice(string path) => InputFile.Exists(path) ? InputFile.Read(path, path, whenMissing: ".") : null;

    private static string GetPathBeside(string path, string name) =>
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path) ?? path, name);
}
