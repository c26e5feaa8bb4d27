using System.Collections;
using System.Reflection;
using System.Text.Json;
using Lattice.Conformance.Calls;
using Lattice.Conformance.SpecReading;
using Lattice.Stripe;

namespace Lattice.Conformance.Decoding;

/// <summary>Walks a decoded resource beside its JSON and reports where one does not say what the other says.</summary>
/// <param name="seen">The emitted types that were met.</param>
/// <param name="reportForm">Reports what is wrong with a type, whatever the response was.</param>
/// <param name="reportValue">Reports what is wrong with this response.</param>
internal sealed partial class ResponseComparison(SeenTypes seen, Action<string> reportForm, Action<string> reportValue)
{
    private static readonly NullabilityInfoContext s_nullability = new();

    public void Compare(Shape shape, JsonElement json, object? value, string path)
    {
        switch (shape)
        {
            case ObjectShape expected when value is not null:
                CompareObject(expected, json, value, path);
                break;
            case UnionShape union when value is not null:
                CompareUnion(union, json, value, path);
                break;
            case ExpandableShape expandable when value is not null:
                CompareExpandable(expandable, json, value, path);
                break;
            case ListShape list when value is IEnumerable items and not string:
                CompareList(list, json, items, path);
                break;
            case MapShape map when value is IEnumerable entries and not string:
                CompareMap(map, json, entries, path);
                break;
            default:
                if (!ScalarComparison.IsEqual(shape, json, value))
                {
                    reportValue($"{path}: expected {Texts.Shorten(json.GetRawText())}, got {Describe(value)}");
                }

                break;
        }
    }

    private void CompareObject(ObjectShape shape, JsonElement json, object value, string path)
    {
        if (value is JsonElement)
        {
            reportForm($"{path}: expected a class, got JsonElement");
            return;
        }

        seen.Add(value.GetType());
        HashSet<string> missing = [];
        Dictionary<string, JsonElement> extra = json.EnumerateObject()
            .Where(property => !shape.Properties.Any(known => known.Name == property.Name))
            .ToDictionary(property => property.Name, property => property.Value, StringComparer.Ordinal);
        foreach (PropertyShape property in shape.Properties)
        {
            CompareProperty(shape, property, json, value, path.Length == 0 ? property.Name : $"{path}.{property.Name}", missing, extra);
        }

        if (value is StripeObject known)
        {
            CompareNames("GetMissingFields()", missing, known.GetMissingFields(), path);
            CompareNames("GetExtraFields()", extra.Keys, known.GetExtraFields().Keys, path);
            foreach ((string name, JsonElement content) in extra.Where(field => known.GetExtraFields().TryGetValue(field.Key, out JsonElement kept) && !JsonElement.DeepEquals(kept, field.Value)))
            {
                reportValue($"{path}: expected the extra field {name} to be {Texts.Shorten(content.GetRawText())}");
            }
        }
    }

    private void CompareProperty(ObjectShape owner, PropertyShape property, JsonElement json, object value, string path, HashSet<string> missing, Dictionary<string, JsonElement> extra)
    {
        if (ClrNames.FindProperty(value.GetType(), property.Name, property.ClrName) is not { } target)
        {
            reportForm($"{path}: no property ({value.GetType().Name})");

            // What the type does not know has to be kept all the same, which is a check of its own.
            if (json.TryGetProperty(property.Name, out JsonElement left))
            {
                extra.Add(property.Name, left);
            }

            return;
        }

        bool isTag = property.Name == "object" && property.Shape is EnumShape { Values.Count: 1 };
        Type type = Nullable.GetUnderlyingType(target.PropertyType) ?? target.PropertyType;
        bool mustBeThere = property is { IsRequired: true, IsNullable: false };
        CheckForm(owner, property, target, type, isTag, mustBeThere, path);

        object? content = target.GetValue(value);
        bool isThere = json.TryGetProperty(property.Name, out JsonElement found) && found.ValueKind != JsonValueKind.Null;
        if (isThere && ScalarComparison.Fits(property.Shape, found))
        {
            Compare(property.Shape, found, content, path);
            foreach ((string name, JsonElement odd) in FindOdd(property.Shape, property.Name, found))
            {
                extra.Add(name, odd);
            }

            return;
        }

        if (isThere)
        {
            extra.Add(property.Name, found);
        }

        if (mustBeThere)
        {
            missing.Add(property.Name);
        }

        bool isNeverNull = mustBeThere || property.Shape is ExpandableShape;
        if (isNeverNull ? !ScalarComparison.IsEmpty(content) : content is not null)
        {
            reportValue($"{path}: expected {(isNeverNull ? "an empty value" : "null")}, got {Describe(content)}");
        }
    }

    private void CheckForm(ObjectShape owner, PropertyShape property, PropertyInfo target, Type type, bool isTag, bool mustBeThere, string path)
    {
        seen.Add(type);
        string location = $"{owner.Name}: {path[(path.LastIndexOf('.') + 1)..]}";
        if (ScalarComparison.CheckType(property.Shape, type, isTag) is { } wrong)
        {
            reportForm($"{location}: {wrong}");
        }

        // An Expandable is never null: without an id there is no object.
        NullabilityState expected = mustBeThere || property.Shape is ExpandableShape ? NullabilityState.NotNull : NullabilityState.Nullable;
        if (s_nullability.Create(target).ReadState is var state && state != expected && property.Shape is not FreeShape)
        {
            reportForm($"{location}: its type is {(expected == NullabilityState.NotNull ? "nullable, though it need not be" : "not nullable, though it may be absent or null")}");
        }
    }

    private void CompareNames(string what, IEnumerable<string> expected, IEnumerable<string> actual, string path)
    {
        string[] wanted = [.. expected.Order(StringComparer.Ordinal)];
        string[] got = [.. actual.Order(StringComparer.Ordinal)];
        if (!wanted.SequenceEqual(got))
        {
            reportValue($"{(path.Length == 0 ? "" : path + ": ")}{what}: {string.Join(", ", [.. wanted.Except(got).Select(name => "lacks " + name), .. got.Except(wanted).Select(name => "has " + name)])}");
        }
    }

    // A secret of the specification under test is made up; its text may be shown.
    private static string Describe(object? value) => value switch
    {
        null => "null",
        string text => $"\"{Texts.Shorten(text)}\"",
        SecretString { HasValue: true } secret => $"the secret \"{Texts.Shorten(secret.Reveal())}\"",
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.GetType().Name,
    };
}
