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
