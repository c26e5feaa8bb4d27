using System.Text.Json.Nodes;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Operations;

/// <summary>
/// Merges parameters into an object: what is not sent stays, an empty value clears, a map loses the keys that are sent empty, and a list
/// is replaced.
/// </summary>
internal static class ObjectMerge
{
    /// <param name="state">The object to change.</param>
    /// <param name="fresh">A new object with the parameters, which contains their values in the object's types.</param>
    /// <param name="sent">The parameters.</param>
    /// <param name="schema">The object's schema.</param>
    public static void Apply(JsonObject state, JsonObject fresh, ParameterNode sent, Schema schema)
    {
        HashSet<string> removed = new(StringComparer.Ordinal);
        foreach (ParameterNode child in sent.Children)
        {
            Property? property = schema.Find(child.Key);
            if ((property?.Schema ?? schema.MapValues) is not { } known || child.Key is "id" or "object"
                || ObjectSchemas.ElementsOf(known) is not null)
            {
                continue;
            }

            JsonNode? value = fresh[child.Key];
            if (child.IsCleared)
            {
                Clear(state, child.Key, fresh, removed);
            }
            else if (child is { IsObject: true, Children.Count: > 0 }
                && state[child.Key] is JsonObject inner && value is JsonObject freshInner
                && ObjectSchemas.Of(known).FirstOrDefault(one => Echo.Fits(child, one)) is { } innerSchema)
            {
                Apply(inner, freshInner, child, innerSchema);
            }
            else if (Echo.Fits(child, known) || (property is not null && NamedResource.Find(property, sent) is not null))
            {
                state[child.Key] = value?.DeepClone();
            }
        }

        Remove(removed, state);
    }

    private static void Clear(JsonObject state, string key, JsonObject fresh, HashSet<string> removed)
    {
        if (fresh.TryGetPropertyValue(key, out JsonNode? cleared))
        {
            state[key] = cleared?.DeepClone();
        }
        else
        {
            removed.Add(key);
        }
    }

    /// <summary>Removes properties at once: each removal by itself would move all properties after it.</summary>
    private static void Remove(HashSet<string> names, JsonObject state)
    {
        if (names.Count == 0)
        {
            return;
        }

        KeyValuePair<string, JsonNode?>[] kept = [.. state.Where(property => !names.Contains(property.Key))];
        state.Clear();
        foreach ((string name, JsonNode? value) in kept)
        {
            state.Add(name, value);
        }
    }
}
