using System.Collections;

namespace Lattice.Stripe.Testing.ResourceSerialization;

/// <summary>An entry of a map with string keys and values of any type.</summary>
internal readonly record struct MapEntry(string Key, object? Value)
{
    public static bool IsMap(IEnumerable values) => values.GetType().GetInterfaces().Any(
        one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)
            && one.GenericTypeArguments[0] == typeof(string));

    public static IEnumerable<MapEntry> Of(IEnumerable map)
    {
        foreach (object entry in map)
        {
            Type type = entry.GetType();
            yield return new MapEntry(
                (string)type.GetProperty("Key")!.GetValue(entry)!, type.GetProperty("Value")!.GetValue(entry));
        }
    }
}
