using Lattice.Spec.OpenApi;

namespace Lattice.Spec.Stripe;

/// <summary>A resource's id in the specification, such as <c>billing_portal.session</c>.</summary>
internal sealed class ResourceId
{
    private readonly string[] _parts;

    public ResourceId(string text)
    {
        Text = text;
        _parts = text.Split(['.'], StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } parts ? parts : [text];
    }

    /// <summary>Derives the id from the path of an operation that returns no resource: <c>v2.billing.meter_event_stream</c>.</summary>
    public static ResourceId FromPath(OperationPath path) => new(string.Join(".",
        (path.Version == "v2" ? path.Segments : path.Resources).Where(segment => !OperationPath.IsPlaceholder(segment))));

    /// <summary>
    /// Derives the id from the collection in a path: <c>source</c> for <c>/v1/customers/{customer}/sources/{id}</c>, and
    /// <c>issuing.card</c> for the action <c>/v1/issuing/cards/{card}/ship</c>.
    /// </summary>
    /// <param name="hasOwnName">Whether the segments after the last placeholder name an action, or a file.</param>
    public static ResourceId FromCollection(OperationPath path, bool hasOwnName)
    {
        List<string> segments = [.. path.Resources];
        if (segments.Count == 0)
        {
            return new ResourceId("");
        }

        int firstPlaceholder = segments.FindIndex(OperationPath.IsPlaceholder);
        int lastPlaceholder = segments.FindLastIndex(OperationPath.IsPlaceholder);
        int end = hasOwnName ? (lastPlaceholder > 0 ? lastPlaceholder : segments.Count - 1)
            : lastPlaceholder == segments.Count - 1 ? lastPlaceholder
            : segments.Count;
        int collection = Math.Max(0, segments.FindLastIndex(Math.Max(0, end - 1), segment => !OperationPath.IsPlaceholder(segment)));
        IEnumerable<string> namespaces = segments.Take(Math.Min(collection, firstPlaceholder < 0 ? collection : firstPlaceholder - 1));
        IEnumerable<string> parts = [.. namespaces, Inflector.Singularize(segments[collection])];
        return new ResourceId(string.Join(".", path.Version == "v2" ? parts.Prepend("v2") : parts));
    }

    /// <summary>The id of the resource that a component describes: its <c>x-resourceId</c>, or its name.</summary>
    public static ResourceId FromSchema(SpecSchema component) =>
        new(component.Find(OpenApiKeywords.ResourceId)?.String ?? component.ComponentName ?? "");

    public string Text { get; }

    /// <summary>The part after the last dot.</summary>
    public string LastPart => _parts[_parts.Length - 1];

    /// <summary>The words of the last part: <c>meter_event</c> has two.</summary>
    public IReadOnlyList<string> LastWords => LastPart.Split('_');

    /// <summary>The parts before the last.</summary>
    public IEnumerable<string> Namespaces => _parts.Take(_parts.Length - 1);

    /// <summary>All words, separated by dots or underscores.</summary>
    public IEnumerable<string> Words => Text.Split(['.', '_'], StringSplitOptions.RemoveEmptyEntries);
}
