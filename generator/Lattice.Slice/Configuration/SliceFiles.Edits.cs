using Lattice.Slice.Specifications;
using Lattice.Spec.Model;

namespace Lattice.Slice.Configuration;

/// <content>Edits of slice.json. Each returns the files with the new text, which is not saved.</content>
internal sealed partial class SliceFiles
{
    /// <summary>Records the document that the slice is cut from.</summary>
    public SliceFiles Pin(Specification spec)
    {
        const string Key = SliceConfigurationReader.Pinned;
        return spec.Pin == Configuration.Pin ? this : With(SliceEditor.Set(
            Text, Root, Key, SliceConfigurationReader.WritePin(spec.Pin), SliceConfigurationReader.GetKeysBefore(Key)));
    }

    /// <summary>Removes the record of the document.</summary>
    public SliceFiles Unpin() => Root.Find(SliceConfigurationReader.Pinned) is { } pin
        ? With(SliceEditor.Remove(Text, Root, pin))
        : this;

    /// <summary>Adds an operation.</summary>
    /// <param name="kind">The kind to generate it as; <see langword="null"/> if it is what its path looks like.</param>
    public SliceFiles Add(string operation, OperationKind? kind = null) =>
        With(SliceEditor.Insert(Text, Root.Find(SliceConfigurationReader.Operations)!.Value, operation, kind));

    /// <summary>Removes an operation.</summary>
    public SliceFiles Remove(string operation)
    {
        JsonSpan list = Root.Find(SliceConfigurationReader.Operations)!.Value;
        JsonSpan item = list.Items.First(item => SliceConfigurationReader.FindName(item) == operation);
        return With(SliceEditor.Remove(Text, list, item));
    }

    /// <summary>Removes an annotation of a location, and a group of locations that becomes empty.</summary>
    public SliceFiles RemoveLocation(string section, string location)
    {
        JsonSpan value = Root.Find(section)!.Value;
        if (value.Items.FirstOrDefault(item => item.Text == location) is { } listed)
        {
            return With(SliceEditor.Remove(Text, value, listed));
        }

        (JsonSpan owner, JsonSpanMember member) = LocationFinder.Find(value, location)!.Value;
        return With(SliceEditor.Remove(Text, owner, member));
    }

    /// <summary>Sets the value of a location, or adds the location to a section that is a list.</summary>
    /// <param name="value">The value; <see langword="null"/> for a list.</param>
    public SliceFiles Set(string section, string location, object? value = null) =>
        With(SettingEditor.Set(Text, Root, section, location, value));

    /// <summary>Removes the setting of a location, which restores the text from before it was set.</summary>
    public SliceFiles Unset(string section, string location) => With(SettingEditor.Remove(Text, Root, section, location));

    /// <summary>The same files with another text of slice.json.</summary>
    private SliceFiles With(byte[] text) => new(Path, text, _loaded, _loadedSlice);
}
