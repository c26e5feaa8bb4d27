using System.Globalization;
using System.Text.Json;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Responses;

/// <summary>Writes strings, numbers and booleans: those that were sent, and those that have to be made up.</summary>
internal sealed class SampleValues(ResponseMetadata facts)
{
    private const int IdLength = 24;
    private const int TokenLength = 32;

    /// <summary>Writes a value that was sent and is known to fit the schema.</summary>
    public static void WriteSent(Utf8JsonWriter json, Schema schema, ParameterNode sent)
    {
        // JSON says itself what a value is; a form's text is what the schema says.
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

    public void WriteMade(Utf8JsonWriter json, Schema schema, PropertyLocation location)
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

    /// <summary>The id that an object has or is going to get; null when it has none.</summary>
    public string? IdOf(Schema schema, ParameterNode? sent, PropertyLocation parent)
        => schema.Find("id") is { Schema: { Kind: SchemaKind.String, Nullable: false } id }
            ? sent?.Find("id") is { Value.Length: > 0 } given && Echo.Fits(given, id)
                ? given.Value
                : MakeId(schema.Resource ?? NameOf(schema) ?? parent.Name, parent.At("id"))
            : null;

    /// <summary>The name that a resource gives itself in its <c>object</c>.</summary>
    private static string? NameOf(Schema schema)
        => schema.Find("object")?.Schema.Values is [var name, ..] ? name : null;

    private DateTimeOffset TimeFor(PropertyLocation location) => facts.Now + Lifetimes.Of(location.Resource, location.Name);

    /// <summary>What is new can be used.</summary>
    private bool FlagFor(string name) => name switch
    {
        "livemode" => facts.Livemode,
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

        if (location.Name == "url" || location.Name.EndsWith("_url", StringComparison.Ordinal))
        {
            return PageAddress(location);
        }

        if (location.Name == "secret" || location.Name.EndsWith("_secret", StringComparison.Ordinal)
            || location.Name.EndsWith("_token", StringComparison.Ordinal))
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

        string text = location.Name == "identifier" ? facts.Text.Take(location.Path, TokenLength) : location.Name;
        return schema.MaxLength < text.Length ? text[..schema.MaxLength.Value] : text;
    }

    /// <summary>The id of a resource, the same one at the same place.</summary>
    public string MakeId(string resource, PropertyLocation location)
        => $"{IdPrefixes.For(resource)}_{facts.Text.Take(location.Path, IdLength)}";

    /// <summary>A secret that says whose it is, as Stripe's do.</summary>
    private string Secret(PropertyLocation location)
        => $"{location.Owner ?? IdPrefixes.For(location.Resource)}_secret_{facts.Text.Take(location.Path, TokenLength)}";

    /// <summary>The address of a list: the request's own, or that of a collection below the new resource.</summary>
    private string ListAddress(PropertyLocation location)
    {
        string[] names = location.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return names is [.., var list, _] ? $"{facts.Path}/{location.Owner}/{list}" : facts.Path;
    }

    /// <summary>The address of a page that Stripe would host.</summary>
    private string PageAddress(PropertyLocation location)
    {
        string page = string.Join('/', location.Resource.Split('.').Select(Uri.EscapeDataString));
        string subject = facts.Subject is { } id ? "/" + Uri.EscapeDataString(id) : "";
        return $"{facts.Pages.AbsoluteUri}{page}{subject}/{facts.Text.Take(location.Path, TokenLength)}";
    }
}
