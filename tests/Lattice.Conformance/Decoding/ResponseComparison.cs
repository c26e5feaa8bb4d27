using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Lattice.Conformance.Calls;
using Lattice.Conformance.Reporting;
using Lattice.Conformance.SpecReading;
using Lattice.Stripe;

namespace Lattice.Conformance.Decoding;

/// <summary>Compares a decoded resource with its JSON and reports the differences.</summary>
/// <param name="covered">Records the emitted types that were compared.</param>
/// <param name="reportType">Reports a wrong type, independent of the response.</param>
/// <param name="reportValue">Reports a wrong value in this response.</param>
internal sealed partial class ResponseComparison(CoveredTypes covered, Action<string> reportType, Action<string> reportValue)
{
    // A NullabilityInfoContext is slow and not thread-safe.
    private static readonly ConcurrentDictionary<PropertyInfo, NullabilityState> s_nullability = new();

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
                    reportValue($"{path}: expected {json.GetRawText().Truncate()}, got {Describe(value)}");
                }

                break;
        }
    }

    private void CompareObject(ObjectShape shape, JsonElement json, object value, string path)
    {
        if (value is JsonElement)
        {
            reportType($"{path}: expected a class, got JsonElement");
            return;
        }

        covered.Add(value.GetType());
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
            foreach ((string name, JsonElement content) in extra)
            {
                if (known.GetExtraFields().TryGetValue(name, out JsonElement kept) && !JsonElement.DeepEquals(kept, content))
                {
                    reportValue($"{path}: expected the extra field {name} to be {content.GetRawText().Truncate()}");
                }
            }
        }
    }

    private void CompareProperty(
        ObjectShape owner,
        PropertyShape property,
        JsonElement json,
        object value,
        string path,
        HashSet<string> missing,
        Dictionary<string, JsonElement> extra)
    {
        if (JsonNames.FindProperty(value.GetType(), property.Name) is not { } target)
        {
            reportType($"{path}: no property ({value.GetType().Name})");

            // A value without a property must be among the extra fields, which is checked separately.
            if (json.TryGetProperty(property.Name, out JsonElement unread))
            {
                extra.Add(property.Name, unread);
            }

            return;
        }

        bool isTag = property.Name == "object" && property.Shape is EnumShape { Values.Count: 1 };
        Type type = Nullable.GetUnderlyingType(target.PropertyType) ?? target.PropertyType;
        bool mustBePresent = property is { IsRequired: true, IsNullable: false };
        CheckProperty(owner, property, target, type, isTag, mustBePresent);

        object? content = target.GetValue(value);
        bool isPresent = json.TryGetProperty(property.Name, out JsonElement found) && found.ValueKind != JsonValueKind.Null;
        if (isPresent && ScalarComparison.Fits(property.Shape, found))
        {
            Compare(property.Shape, found, content, path);
            foreach ((string name, JsonElement odd) in FindMisfits(property.Shape, property.Name, found))
            {
                extra.Add(name, odd);
            }

            return;
        }

        if (isPresent)
        {
            extra.Add(property.Name, found);
        }

        if (mustBePresent)
        {
            missing.Add(property.Name);
        }

        bool isNeverNull = mustBePresent || property.Shape is ExpandableShape;
        if (isNeverNull ? !ScalarComparison.IsEmpty(content) : content is not null)
        {
            reportValue($"{path}: expected {(isNeverNull ? "an empty value" : "null")}, got {Describe(content)}");
        }
    }

    private void CheckProperty(
        ObjectShape owner, PropertyShape property, PropertyInfo target, Type type, bool isTag, bool mustBePresent)
    {
        covered.Add(type);
        if (ScalarComparison.CheckType(property.Shape, type, isTag) is { } wrong)
        {
            reportType($"{owner.Name}: {property.Name}: {wrong}");
        }

        // An Expandable is never null: without an id there is no object.
        bool isNeverNull = mustBePresent || property.Shape is ExpandableShape;
        NullabilityState expected = isNeverNull ? NullabilityState.NotNull : NullabilityState.Nullable;
        NullabilityState state = s_nullability.GetOrAdd(target, static target => new NullabilityInfoContext().Create(target).ReadState);
        if (state != expected && property.Shape is not FreeShape)
        {
            string reason = isNeverNull
                ? "nullable, although the value is always present"
                : "not nullable, although the value can be absent or null";
            reportType($"{owner.Name}: {property.Name}: the type is {reason}");
        }
    }

    private void CompareNames(string what, IEnumerable<string> expected, IEnumerable<string> actual, string path)
    {
        string[] wanted = [.. expected.Order(StringComparer.Ordinal)];
        string[] got = [.. actual.Order(StringComparer.Ordinal)];
        if (!wanted.SequenceEqual(got))
        {
            string[] differences =
                [.. wanted.Except(got).Select(name => "missing " + name), .. got.Except(wanted).Select(name => "unexpected " + name)];
            reportValue($"{(path.Length == 0 ? "" : path + ": ")}{what}: {string.Join(", ", differences)}");
        }
    }

    // Secrets are sample values here, so their text may be shown.
    private static string Describe(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text.Truncate()}\"",
        SecretString { HasValue: true } secret => $"the secret \"{secret.Reveal().Truncate()}\"",
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.GetType().Name,
    };
}
