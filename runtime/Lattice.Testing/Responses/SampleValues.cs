using System.Globalization;
using System.Text.Json;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Responses;

/// <summary>Writes strings, numbers and booleans: values that were sent, and generated ones.</summary>
internal sealed class SampleValues(ResponseMetadata metadata)
{
    private const string FileResource = "file";
    private const int IdLength = 24;
    private const int TokenLength = 32;

    private string? _pageUrl;
    private DateTimeOffset? _expiresAt;

    /// <summary>The page that the response is a link to; null before its <c>url</c> is generated, or if it has none.</summary>
    public HostedLink? Link => _pageUrl is null ? null : new HostedLink(_pageUrl, _expiresAt);

    /// <summary>Writes a value that was sent and fits the schema.</summary>
    public static void WriteSent(Utf8JsonWriter json, Schema schema, ParameterNode sent)
    {
        // JSON has types of its own; the type of a form's text is that of the schema.
        if (sent.Kind is ParameterKind.Number or ParameterKind.Boolean or ParameterKind.Null)
        {
            json.WriteRawValue(sent.Value!);
        }
        else
        {
            WriteText(json, schema, sent.Value!);
        }
    }

    private static void WriteText(Utf8JsonWriter json, Schema schema, string value)
    {
        switch (schema.Kind)
        {
            case SchemaKind.Integer:
                json.WriteNumberValue(long.Parse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
                break;
            case SchemaKind.Number:
                json.WriteNumberValue(decimal.Parse(value, NumberStyles.Number, CultureInfo.InvariantCulture));
                break;
            case SchemaKind.Boolean:
                json.WriteBooleanValue(value == "true");
                break;
            case SchemaKind.String when schema.IsTime && Rfc3339.TryRead(value, out DateTimeOffset time):
                json.WriteStringValue(Rfc3339.Write(time));
                break;
            default:
                json.WriteStringValue(value);
                break;
        }
    }

    public void WriteGenerated(Utf8JsonWriter json, Schema schema, PropertyLocation location)
    {
        if (schema.Values is [var first, ..])
        {
            WriteText(json, schema, first);
            return;
        }

        switch (schema.Kind)
        {
            case SchemaKind.Integer:
                json.WriteNumberValue(schema.IsTime ? TimeFor(location).ToUnixTimeSeconds() : 0);
                break;
            case SchemaKind.Number:
                json.WriteNumberValue(0);
                break;
            case SchemaKind.Boolean:
                json.WriteBooleanValue(FlagFor(location.Name));
                break;
            default:
                json.WriteStringValue(TextFor(schema, location));
                break;
        }
    }

    /// <summary>The id of an object, sent or generated; null if the object has none.</summary>
    public string? IdOf(Schema schema, ParameterNode? sent, PropertyLocation parent)
        => schema.Find("id") is { Schema: { Kind: SchemaKind.String, Nullable: false } id }
            ? sent?.Find("id") is { Value.Length: > 0 } value && Echo.Fits(value, id)
                ? value.Value
                : MakeId(schema.Resource ?? NameOf(schema) ?? parent.Name, parent.At("id"))
            : null;

    /// <summary>The name of a resource in its <c>object</c> property.</summary>
    private static string? NameOf(Schema schema)
        => schema.Find("object")?.Schema.Values is [var name, ..] ? name : null;

    private DateTimeOffset TimeFor(PropertyLocation location)
    {
        DateTimeOffset time = metadata.Now + Lifetimes.Of(location.Resource, location.Name);
        if (location is { IsRoot: true, Name: "expires_at" })
        {
            _expiresAt = time;
        }

        return time;
    }

    /// <summary>A new resource can be used.</summary>
    private bool FlagFor(string name) => name switch
    {
        "livemode" => metadata.Livemode,
        "active" or "valid" => true,
        _ => false,
    };

    private string TextFor(Schema schema, PropertyLocation location)
    {
        if (location.Name == "id" && location.Owner is { } id)
        {
            return id;
        }

        if ((location.Reference ?? schema.ReferencedResource) is { } resource)
        {
            return MakeId(resource, location);
        }

        if (location.Name == "url" && location.IsInList)
        {
            return ListAddress(location);
        }

        if (location is { Name: "url", Resource: FileResource, Owner: { } file })
        {
            return FileAddress(file);
        }

        if (location.Name == "url" || location.Name.EndsWith("_url", StringComparison.Ordinal))
        {
            return PageAddress(location);
        }

        if (schema.IsSecret)
        {
            return Secret(location);
        }

        if (schema.IsTime)
        {
            return Rfc3339.Write(TimeFor(location));
        }

        if (schema.Format is "decimal" or "int64")
        {
            return "0";
        }

        string text = location.Name == "identifier" ? metadata.Text.Take(location.Path, TokenLength) : location.Name;
        return schema.MaxLength < text.Length ? text[..schema.MaxLength.Value] : text;
    }

    /// <summary>The id of a resource, always the same at the same location.</summary>
    public string MakeId(string resource, PropertyLocation location)
        => $"{IdPrefixes.For(resource)}_{metadata.Text.Take(location.Path, IdLength)}";

    /// <summary>A secret that names its owner, as Stripe's do.</summary>
    private string Secret(PropertyLocation location)
        => $"{location.Owner ?? IdPrefixes.For(location.Resource)}_secret_{metadata.Text.Take(location.Path, TokenLength)}";

    /// <summary>The address of a list: that of the request, or of a collection below the new resource.</summary>
    private string ListAddress(PropertyLocation location)
    {
        string[] names = location.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (location is { Resource: FileResource, Owner: { } file } && names is [.., "links", _])
        {
            return "/v1/file_links?file=" + Uri.EscapeDataString(file);
        }

        return names is [.., var list, _] ? $"{metadata.Path}/{location.Owner}/{list}" : metadata.Path;
    }

    /// <summary>
    /// The address of a file's content, with Stripe's path. The host is the stand-in's, so that a download does not leave it.
    /// </summary>
    private string FileAddress(string file) => $"{metadata.Pages.AbsoluteUri}v1/files/{Uri.EscapeDataString(file)}/contents";

    /// <summary>The address of a page that Stripe would host.</summary>
    private string PageAddress(PropertyLocation location)
    {
        string page = string.Join('/', location.Resource.Split('.').Select(Uri.EscapeDataString));
        string subject = metadata.Subject is { } id ? "/" + Uri.EscapeDataString(id) : "";
        string url = $"{metadata.Pages.AbsoluteUri}{page}{subject}/{metadata.Text.Take(location.Path, TokenLength)}";
        if (location is { IsRoot: true, Name: "url" })
        {
            _pageUrl = url;
        }

        return url;
    }
}
