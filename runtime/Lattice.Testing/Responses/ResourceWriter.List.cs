using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Responses;

/// <content>Writes pages of lists.</content>
internal sealed partial class ResourceWriter
{
    /// <summary>Writes a page of a list; <paramref name="schema"/> is that of the page.</summary>
    public static byte[] Write(Schema schema, ListPage page, ResponseMetadata metadata) => JsonResponse.Write(
        json => new ResourceWriter(json, metadata).WritePage(schema, page, PropertyLocation.Root(metadata.Expansion)));

    private void WritePage(Schema schema, ListPage page, PropertyLocation parent)
    {
        PropertyLocation location = parent.Into(schema, id: null);
        _json.WriteStartObject();
        foreach (Property property in schema.Properties)
        {
            switch (property.Name)
            {
                case "data":
                    _json.WritePropertyName(property.Name);
                    WriteMany(page.Elements, location.At(property.Name));
                    break;
                case "has_more":
                    _json.WriteBoolean(property.Name, page.HasMore);
                    break;
                case "next_page":
                    _json.WriteString(property.Name, page.NextPage);
                    break;
                case "next_page_url":
                    _json.WriteString(property.Name, page.NextPageUrl);
                    break;
                case "previous_page_url":
                    _json.WriteString(property.Name, page.PreviousPageUrl);
                    break;
                case "total_count":
                    if (location.Expansion?.Find(property.Name) is not null)
                    {
                        _json.WriteNumber(property.Name, page.TotalCount);
                    }

                    break;
                default:
                    WriteProperty(schema, property, sent: null, location);
                    break;
            }
        }

        _json.WriteEndObject();
    }
}
