using Lattice.Slice.Files;
using Lattice.Slice.Specifications;
using Lattice.Spec.Model;

namespace Lattice.Slice.Configuration;

/// <summary>The files of a slice: slice.json, and in the same folder stripe.json, which is created from it.</summary>
internal sealed class SliceFiles
{
    public const string ConfigurationName = "slice.json";
    public const string SliceName = "stripe.json";

    private SliceFiles(string path, byte[] text)
    {
        Path = path;
        Text = text;
        JsonText.Parse(Utf8Text.Decode(text, path), path);
        Root = JsonSpan.Parse(text);
        Configuration = new SliceConfigurationReader(text, path).Read(Root);
    }

    /// <summary>The path of slice.json as it was passed.</summary>
    public string Path { get; }

    /// <summary>The text of slice.json.</summary>
    public byte[] Text { get; }

    public SliceConfiguration Configuration { get; }

    public string SlicePath => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, SliceName);

    private JsonSpan Root { get; }

    /// <summary>The default path of slice.json: in the folder <c>openapi</c>, otherwise in the current folder.</summary>
    public static string GetDefaultPath(string folder)
    {
        string inOpenApi = System.IO.Path.Combine("openapi", ConfigurationName);
        return !File.Exists(System.IO.Path.Combine(folder, inOpenApi)) && File.Exists(System.IO.Path.Combine(folder, ConfigurationName))
            ? ConfigurationName
            : inOpenApi;
    }

    /// <exception cref="CommandFailedException">It does not exist, or is not a valid slice.json.</exception>
    public static SliceFiles Load(string path)
    {
        byte[] text = ReadText(path);
        return !Utf8Text.HasByteOrderMark(text)
            ? new SliceFiles(path, text)
            : throw new CommandFailedException($"{path} starts with a byte order mark. Save it as UTF-8 without one.");
    }

    /// <exception cref="CommandFailedException">It does not exist, or cannot be read.</exception>
    public static byte[] ReadText(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandFailedException($"{path} does not exist. Run `lattice init` to create it.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"Cannot read {path}: {exception.Message}");
        }
    }

    /// <summary>The present slice, or <see langword="null"/> if absent.</summary>
    /// <exception cref="CommandFailedException">stripe.json is not a specification.</exception>
    public Specification? LoadSlice()
    {
        try
        {
            return File.Exists(SlicePath) ? Specification.Parse(File.ReadAllBytes(SlicePath), SlicePath) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"Cannot read {SlicePath}: {exception.Message}");
        }
    }

    /// <summary>Records the document that the slice is cut from.</summary>
    public SliceFiles Pin(Specification spec)
    {
        string pin = SliceConfigurationReader.WritePin(spec.Pin);
        return spec.Pin == Configuration.Pin ? this : new SliceFiles(Path, SliceEditor.Set(
            Text, Root, SliceConfigurationReader.Pinned, pin, SliceConfigurationReader.Schema, SliceConfigurationReader.Source));
    }

    /// <summary>Removes the record of the document.</summary>
    public SliceFiles Unpin() => Root.Find(SliceConfigurationReader.Pinned) is { } pin
        ? new SliceFiles(Path, SliceEditor.Remove(Text, Root, pin))
        : this;

    /// <summary>Adds an operation.</summary>
    /// <param name="kind">The kind to generate it as; <see langword="null"/> if it is what its path looks like.</param>
    public SliceFiles Add(string operation, OperationKind? kind = null)
    {
        const string Key = SliceConfigurationReader.Operations;
        JsonSpan list = Root.Find(Key)?.Value
            ?? throw new CommandFailedException($"{Path} has no array \"{Key}\". Add \"{Key}\": [] to it.");
        return new SliceFiles(Path, SliceEditor.Insert(Text, list, operation, kind));
    }

    /// <summary>Removes an operation.</summary>
    public SliceFiles Remove(string operation)
    {
        JsonSpan list = Root.Find(SliceConfigurationReader.Operations)!.Value;
        JsonSpan item = list.Items.First(item => SliceConfigurationReader.FindName(item) == operation);
        return new SliceFiles(Path, SliceEditor.Remove(Text, list, item));
    }

    /// <summary>Removes an annotation of a location, and a group of locations that becomes empty.</summary>
    public SliceFiles RemoveLocation(string section, string location)
    {
        JsonSpan value = Root.Find(section)!.Value;
        if (value.Items.FirstOrDefault(item => item.Text == location) is { } listed)
        {
            return new SliceFiles(Path, SliceEditor.Remove(Text, value, listed));
        }

        (JsonSpan owner, JsonSpanMember member) = LocationFinder.Find(value, location)!.Value;
        return new SliceFiles(Path, SliceEditor.Remove(Text, owner, member));
    }

    /// <summary>Sets the value of a location, or adds the location to a section that is a list.</summary>
    /// <param name="value">The value; <see langword="null"/> for a list.</param>
    public SliceFiles Set(string section, string location, object? value = null) =>
        new(Path, SettingEditor.Set(Text, Root, section, location, value));

    /// <summary>Removes the setting of a location, which restores the text from before it was set.</summary>
    public SliceFiles Unset(string section, string location) => new(Path, SettingEditor.Remove(Text, Root, section, location));

    /// <summary>Writes slice.json and stripe.json, either both or neither.</summary>
    /// <exception cref="CommandFailedException">A file cannot be written.</exception>
    public void Save(byte[] slice) => new FileChanges().Replace(Path, Text).Replace(SlicePath, slice).Commit();

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
}
