using System.Reflection;
using System.Text.Json.Nodes;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.ResourceSerialization;
using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Spec;
using Lattice.Stripe.Testing.Storage;

namespace Lattice.Stripe.Testing.Operations;

/// <summary>Adds a resource that a test created to the objects that exist.</summary>
internal static class Seeding
{
    /// <exception cref="ArgumentException">The resource has no id, or does not match the slice.</exception>
    public static void Add(StripeResource resource, RouteTable routes, ResponseMetadata metadata)
    {
        Schema schema = FindSchema(resource, routes) ?? throw new ArgumentException(
            $"The slice of this stand-in has no operation that returns {resource.GetType().Name}.", nameof(resource));
        JsonObject state = Write(resource, schema);
        if (state["id"]?.GetValue<string>() is not { Length: > 0 } id || !ObjectSchemas.HasId(schema))
        {
            throw new ArgumentException(
                $"Set {resource.GetType().Name}.Id: it is the id by which requests find the resource.", nameof(resource));
        }

        Complete(state, schema, id, metadata);
        var stored = StoredObject.Create(
            metadata.Objects.Scope, ObjectSchemas.KindOf(schema)!, id, schema, JsonResponse.Write(json => state.WriteTo(json)), NoParents);
        IReadOnlyList<StoredObject> elements = TakeElements(state, stored);
        foreach (StoredObject added in elements.Reverse().Prepend(stored.With(state)))
        {
            metadata.Objects.Put(added);
        }
    }

    private static Dictionary<string, string> NoParents => [];

    private static JsonObject Write(StripeResource resource, Schema schema)
    {
        try
        {
            return JsonNode.Parse(ResourceSerializer.Write(resource, schema).Json)!.AsObject();
        }
        catch (UnwritableValueException exception)
        {
            throw new ArgumentException(exception.Message, nameof(resource), exception);
        }
    }

    /// <summary>The schema of an operation of the resource's class; otherwise, of the objects with its name.</summary>
    private static Schema? FindSchema(StripeResource resource, RouteTable routes)
    {
        string? name = new Members(resource).Find("object") as string;
        Schema[] schemas =
        [
            .. from property in resource.GetType().GetProperties(BindingFlags.Public | BindingFlags.Static)
               where typeof(StripeOperation).IsAssignableFrom(property.PropertyType)
               let operation = (StripeOperation)property.GetValue(null)!
               from schema in routes.Find(operation.Method.Method, operation.RouteTemplate)?.Objects.Schemas ?? []
               where ObjectSchemas.HasId(schema)
               select schema,
        ];
        return Array.Find(schemas, schema => schema.Find("object")?.Schema.Values is [var value] && value == name)
            ?? schemas.FirstOrDefault()
            ?? (name is null ? null : routes.Objects.FindSchema(name));
    }

    /// <summary>Adds the properties that are not set: those of a new resource.</summary>
    private static void Complete(JsonObject state, Schema schema, string id, ResponseMetadata metadata)
    {
        ParameterNode identity = ParameterNode.Root();
        identity.FindOrAdd("id").Value = id;
        JsonObject generated = JsonNode.Parse(ResourceWriter.Write(schema, identity, metadata).Json)!.AsObject();
        foreach ((string name, JsonNode? value) in generated)
        {
            if (!state.TryGetPropertyValue(name, out JsonNode? known) || (known is JsonValue text && text.ToString().Length == 0))
            {
                state[name] = value?.DeepClone();
            }
        }

        if (state.ContainsKey("livemode"))
        {
            state["livemode"] = metadata.Livemode;
        }
    }

    /// <summary>Takes the elements out of the lists of an object, because they are objects of their own.</summary>
    private static List<StoredObject> TakeElements(JsonObject state, StoredObject owner)
    {
        List<StoredObject> elements = [];
        var parents = new Dictionary<string, string>(StringComparer.Ordinal) { [ObjectSchemas.ReferenceNameOf(owner.Kind)] = owner.Id };
        foreach (Property property in owner.Schema.Properties)
        {
            if (ObjectSchemas.ElementsOf(property.Schema) is { } content
                && ObjectSchemas.Of(content).FirstOrDefault(ObjectSchemas.HasId) is { } schema
                && state[property.Name] is JsonObject list && list["data"] is JsonArray data)
            {
                elements.AddRange(data.OfType<JsonObject>().Select(element => StoredObject.Create(
                    owner.Key.Scope,
                    ObjectSchemas.KindOf(schema)!,
                    element["id"]!.GetValue<string>(),
                    schema,
                    JsonResponse.Write(json => element.WriteTo(json)),
                    parents)));
                list["data"] = new JsonArray();
            }
        }

        return elements;
    }
}
