using System.Collections;
using System.Reflection;
using System.Text.Json;
using Lattice.Conformance.SpecReading;
using Lattice.Stripe;

namespace Lattice.Conformance.Decoding;

/// <content>The comparison of unions, expandable fields, lists, and maps.</content>
internal sealed partial class ResponseComparison
{
    private void CompareUnion(UnionShape union, JsonElement json, object value, string path)
    {
        covered.Add(value.GetType());
        if (value is not StripeUnion held)
        {
            reportType($"{path}: expected a StripeUnion, got {value.GetType().Name}");
            return;
        }

        string? name = json.FindText("object");
        bool isDeleted = json.Find("deleted") is { ValueKind: JsonValueKind.True };
        ObjectShape? expected = union.Cases.FirstOrDefault(unionCase => unionCase.Tag == (name, isDeleted))
            ?? union.Cases.FirstOrDefault(unionCase => unionCase.Tag.Object == name);
        StripeObject? content = held.GetCase();
        if ((expected is null) != (content is null))
        {
            string found = content is null ? "nothing" : content.GetType().Name;
            reportValue($"{path}: expected {value.GetType().Name} to contain {expected?.Name ?? "nothing"} for \"{name}\", got {found}");
        }
        else if (expected is not null)
        {
            CheckOnlyCase(held, content!, path);
            Compare(expected, json, content, path);
        }
    }

    /// <summary>Checks that one property of the union is set, the one that its case is from.</summary>
    private void CheckOnlyCase(StripeUnion union, StripeObject content, string path)
    {
        PropertyInfo[] set = [.. union.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetValue(union) is not null)];
        if (set is not [var only] || !ReferenceEquals(only.GetValue(union), content))
        {
            reportValue($"{path}: expected one case of {union.GetType().Name}, got {string.Join(", ", set.Select(other => other.Name))}");
        }
    }

    private void CompareExpandable(ExpandableShape expandable, JsonElement json, object value, string path)
    {
        Type type = value.GetType();
        if (!type.IsGenericType || type.Name != "Expandable`1")
        {
            reportType($"{path}: expected an Expandable, got {type.Name}");
            return;
        }

        bool isExpanded = json.ValueKind == JsonValueKind.Object;
        object? id = type.GetProperty("Id")!.GetValue(value);
        object? content = type.GetProperty("Value")!.GetValue(value);
        string? expectedId = isExpanded ? json.FindText("id") : json.GetString();

        // Some objects have no id, such as an upcoming invoice. Its value is not specified.
        if ((string?)id != expectedId && !(expectedId is null && isExpanded && id is ""))
        {
            reportValue($"{path}.Id: expected {expectedId ?? "null"}, got {Describe(id)}");
        }

        if (isExpanded != (content is not null) || !Equals(type.GetProperty("IsExpanded")!.GetValue(value), isExpanded))
        {
            string found = content is null ? "only an id" : content.GetType().Name;
            reportValue($"{path}: expected {(isExpanded ? "an object" : "only an id")}, got {found}");
        }
        else if (isExpanded)
        {
            Compare(expandable.Target, json, content, path);
        }
    }

    private void CompareList(ListShape list, JsonElement json, IEnumerable items, string path)
    {
        object?[] values = [.. items.Cast<object?>()];
        JsonElement[] expected = [.. json.EnumerateArray().Where(element => ScalarComparison.Fits(list.Element, element))];
        if (values.Length != expected.Length)
        {
            reportValue($"{path}: expected {expected.Length} elements, got {values.Length}");
            return;
        }

        foreach ((int index, JsonElement element) in expected.Index())
        {
            CheckElement(list.Element, values[index], path + "[]");
            Compare(list.Element, element, values[index], path + "[]");
        }
    }

    private void CompareMap(MapShape map, JsonElement json, IEnumerable entries, string path)
    {
        Dictionary<string, object?> values = entries.Cast<object>().ToDictionary(
            entry => (string)entry.GetType().GetProperty("Key")!.GetValue(entry)!,
            entry => entry.GetType().GetProperty("Value")!.GetValue(entry),
            StringComparer.Ordinal);
        JsonProperty[] expected = [.. json.EnumerateObject().Where(entry => ScalarComparison.Fits(map.Value, entry.Value))];
        CompareNames("keys", expected.Select(entry => entry.Name), values.Keys, path);
        foreach (JsonProperty entry in expected.Where(entry => values.ContainsKey(entry.Name)))
        {
            CheckElement(map.Value, values[entry.Name], path + "[]");
            Compare(map.Value, entry.Value, values[entry.Name], path + "[]");
        }
    }

    /// <summary>Returns the elements of a list or map that do not fit its type, with the names of their extra fields.</summary>
    private static IEnumerable<KeyValuePair<string, JsonElement>> FindMisfits(Shape shape, string name, JsonElement json) => shape switch
    {
        ListShape list => json.EnumerateArray().Index()
            .Where(element => !ScalarComparison.Fits(list.Element, element.Item))
            .Select(element => KeyValuePair.Create($"{name}[{element.Index}]", element.Item)),
        MapShape map => json.EnumerateObject()
            .Where(entry => !ScalarComparison.Fits(map.Value, entry.Value))
            .Select(entry => KeyValuePair.Create($"{name}[{entry.Name}]", entry.Value)),
        _ => [],
    };

    private void CheckElement(Shape shape, object? value, string path)
    {
        covered.Add(value?.GetType() ?? typeof(object));
        if (value is not null && ScalarComparison.CheckType(shape, value.GetType(), isTag: false) is { } wrong)
        {
            reportType($"{path}: {wrong}");
        }
    }
}
