using System.Globalization;
using System.Text.Json.Nodes;
using Lattice.Spec.Stripe;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Spec;
using Lattice.Stripe.Testing.Storage;

namespace Lattice.Stripe.Testing.Operations;

/// <summary>
/// The elements of an object's lists that its parameters describe, such as the items of a subscription. They are objects of their own,
/// which refer to the object; the list shows them.
/// </summary>
internal static class ListElements
{
    /// <summary>Creates, changes and deletes elements as the parameters say.</summary>
    /// <returns>Whether there were any.</returns>
    public static bool Apply(OperationCall call, StoredObject owner, ParameterNode sent)
    {
        bool hasChanges = false;
        foreach (Property property in owner.Schema.Properties)
        {
            if (ObjectSchemas.ElementsOf(property.Schema) is { } elements
                && ObjectSchemas.Of(elements).FirstOrDefault(ObjectSchemas.HasId) is { } schema
                && FindParameter(property.Name, sent) is { IsList: true } list)
            {
                hasChanges |= Apply(call, owner, schema, property.Name, [.. list.Elements.Where(element => element.IsObject)]);
            }
        }

        return hasChanges;
    }

    /// <summary>The list's parameter has its name, or that of an element: <c>tax_id_data</c> for <c>tax_ids</c>.</summary>
    private static ParameterNode? FindParameter(string list, ParameterNode sent)
        => sent.Find(list) ?? sent.Find(Inflector.Singularize(list) + "_data");

    private static bool Apply(
        OperationCall call, StoredObject owner, Schema schema, string list, IReadOnlyList<ParameterNode> elements)
    {
        // The newest element comes first, so the first parameter is the last to become an element.
        for (int i = elements.Count - 1; i >= 0; i--)
        {
            ParameterNode element = elements[i];
            if (FindKnown(call, owner, schema, element) is { } known)
            {
                Change(call, known, element);
            }
            else
            {
                Create(call, owner, schema, element, $"/{list}/{i.ToString(CultureInfo.InvariantCulture)}");
            }
        }

        return elements.Count > 0;
    }

    private static StoredObject? FindKnown(OperationCall call, StoredObject owner, Schema schema, ParameterNode element)
        => element.Find("id")?.Value is { } id && call.Objects.Find(ObjectSchemas.KindOf(schema)!, id) is { IsDeleted: false } known
            && known.References.GetValueOrDefault(ObjectSchemas.ReferenceNameOf(owner.Kind)) == owner.Id
            ? known
            : null;

    private static void Change(OperationCall call, StoredObject known, ParameterNode element)
    {
        if (element.Find("deleted")?.Value == "true")
        {
            call.Objects.Remove(known);
            return;
        }

        JsonObject state = known.Read();
        JsonNode fresh = JsonNode.Parse(ResourceWriter.Write(known.Schema, element, call.UnexpandedMetadata).Json)!;
        ObjectMerge.Apply(state, fresh.AsObject(), element, known.Schema);
        call.Objects.Put(known.With(state));
    }

    private static void Create(OperationCall call, StoredObject owner, Schema schema, ParameterNode element, string path)
    {
        string reference = ObjectSchemas.ReferenceNameOf(owner.Kind);
        ParameterNode values = element.CopyWithout("id");
        if (values.Find(reference) is null)
        {
            values.FindOrAdd(reference).Value = owner.Id;
        }

        byte[] json = ResourceWriter.Write(schema, values, call.UnexpandedMetadata, path).Json;
        string id = JsonNode.Parse(json)!["id"]!.GetValue<string>();
        var parents = new Dictionary<string, string>(StringComparer.Ordinal) { [reference] = owner.Id };
        call.Objects.Put(StoredObject.Create(call.Objects.Scope, ObjectSchemas.KindOf(schema)!, id, schema, json, parents));
    }
}
