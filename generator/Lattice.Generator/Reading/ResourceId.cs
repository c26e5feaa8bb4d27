using Lattice.Generator.Model;

namespace Lattice.Generator.Reading;

/// <summary>A resource's id in the specification, such as <c>billing_portal.session</c>.</summary>
internal sealed class ResourceId
{
    private readonly string[] _parts;

    public ResourceId(string text)
    {
        Text = text;
        _parts = text.Split(['.'], StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } parts ? parts : [text];
    }

    /// <summary>What an operation without a resource would create: its path says it, <c>v2.billing.meter_event_stream</c>.</summary>
    public static ResourceId FromPath(OperationPath path) => new(string.Join(".",
        (path.Version == "v2" ? path.Segments : path.Resources).Where(segment => !OperationPath.IsPlaceholder(segment))));

    public string Text { get; }

    /// <summary>The words of the last part: <c>meter_event</c> has two.</summary>
    public IReadOnlyList<string> LastWords => _parts[_parts.Length - 1].Split('_');

    /// <summary>The parts before the last.</summary>
    public IEnumerable<string> Namespaces => _parts.Take(_parts.Length - 1);

    /// <summary>All words, whatever parts them.</summary>
    public IEnumerable<string> Words => Text.Split(['.', '_'], StringSplitOptions.RemoveEmptyEntries);

    public TypeName GetTypeName(string rootNamespace) => new(
        string.Join(".", Namespaces.Select(Identifiers.Pascal).Prepend(rootNamespace)),
        ReservedNames.GetTypeName(Identifiers.Pascal(_parts[_parts.Length - 1])));
}
