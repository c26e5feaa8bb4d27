using System.Collections;
using System.Reflection;
using Lattice.Conformance.Calls;
using Lattice.Conformance.SpecReading;
using Lattice.Stripe;
using Lattice.Stripe.Serialization.Form;
using static Lattice.Conformance.Encoding.ParameterTypes;

namespace Lattice.Conformance.Encoding;

/// <summary>
/// Builds an object of an emitted parameter type from sample values. A value that cannot be set is reported and removed from the sample
/// values, so that the rest can still be compared.
/// </summary>
internal sealed class ParamsBuilder(CoveredTypes covered, Action<string> report)
{
    public object Build(Type type, Dictionary<string, object?> values, ObjectShape shape, string path = "")
    {
        object result = Activator.CreateInstance(type) ?? throw new ConversionException($"{type.Name} cannot be created");
        covered.Add(type);
        ReportSurplus(type, shape, path);
        foreach ((string name, object? value) in values.ToList())
        {
            PropertyShape property = shape.Properties.First(property => property.Name == name);
            string location = path.Length == 0 ? name : $"{path}.{name}";
            try
            {
                PropertyInfo target = JsonNames.FindProperty(type, name)
                    ?? throw new ConversionException("no property");
                target.SetValue(result, Convert(value, property.Shape, target.PropertyType, location));
            }
            catch (ConversionException exception)
            {
                report($"parameter {location}: {exception.Message}");
                values.Remove(name);
            }
        }

        return result;
    }

    private void ReportSurplus(Type type, ObjectShape shape, string path)
    {
        foreach ((string name, PropertyInfo property) in JsonNames.GetProperties(type))
        {
            if (!shape.Properties.Any(known => known.Name == name))
            {
                report($"parameter {path}: {type.Name}.{property.Name} is not a parameter in the specification");
            }
        }
    }

    private object? Convert(object? value, Shape shape, Type type, string path)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            type = underlying;
        }

        if (shape is ClearableShape clearable)
        {
            return ConvertClearable(value, clearable.Inner, type, path);
        }

        if (IsGeneric(type, "Clearable`1"))
        {
            throw new ConversionException($"the type is {Describe(type)}, but the specification does not allow clearing it");
        }

        if (shape is AnyOfShape union)
        {
            return ConvertAnyOf(value, union, type, path);
        }

        return value switch
        {
            null => null,
            EnumValue known => ConvertEnum(known, shape, type),
            Dictionary<string, object?> values when shape is ObjectShape target => ConvertObject(values, target, type, path),
            Dictionary<string, object?> values => ConvertMap(values, ((MapShape)shape).Value, type, path),
            List<object?> elements => ConvertList(elements, ((ListShape)shape).Element, type, path),
            FileValue file => ConvertFile(file, type),
            Int64String number => Accept(number.Value, type),
            DecimalString number => Accept(number.Value, type),
            string text when type.Name == "SecretString" => Activator.CreateInstance(type, text),
            _ => Accept(value, type),
        };
    }

    private object? ConvertClearable(object? value, Shape inner, Type type, string path)
    {
        // An empty list clears, so lists need no Clearable type.
        if (inner is ListShape)
        {
            return Convert(value is Cleared ? new List<object?>() : value, inner, type, path);
        }

        bool isMap = inner is MapShape;
        bool isAnyOf = inner is AnyOfShape;
        bool isSecret = inner is TextShape && type.Name == "ClearableSecret";
        bool isEnum = inner is EnumShape && IsGeneric(type, "ClearableEnum`1");
        if (!isAnyOf && !isSecret && !isEnum && !IsGeneric(type, isMap ? "StripeMap`1" : "Clearable`1"))
        {
            throw new ConversionException($"expected a {(isMap ? "StripeMap" : "Clearable")}, got {Describe(type)}");
        }

        if (value is Cleared)
        {
            MemberInfo cleared = type.GetMember("Cleared", BindingFlags.Public | BindingFlags.Static).FirstOrDefault()
                ?? throw new ConversionException($"{Describe(type)} has no Cleared");
            return cleared is PropertyInfo property ? property.GetValue(null) : ((FieldInfo)cleared).GetValue(null);
        }

        if (isMap || isAnyOf)
        {
            return Convert(value, inner, type, path);
        }

        if (isEnum)
        {
            Type @enum = typeof(StripeEnum<>).MakeGenericType(type.GetGenericArguments());
            return ConvertImplicitly(Convert(value, inner, @enum, path)!, type, @enum);
        }

        Type held = isSecret ? typeof(string) : type.GetGenericArguments()[0];
        return ConvertImplicitly(Convert(value, inner, held, path)!, type, held);
    }

    private object ConvertAnyOf(object? value, AnyOfShape union, Type type, string path)
    {
        covered.Add(type);
        if (value is ConstValue literal)
        {
            PropertyInfo member = type.GetProperties(BindingFlags.Public | BindingFlags.Static)
                .FirstOrDefault(property => property.PropertyType == type && GetText(property.GetValue(null)!) == literal.Text)
                ?? throw new ConversionException($"{Describe(type)} has no member for \"{literal.Text}\"");
            return member.GetValue(null)!;
        }

        Shape unionCase = union.Cases.First(unionCase => Fits(value, unionCase));
        Type actual = value is DecimalString ? typeof(decimal) : value!.GetType();
        Type held = FindConversions(type).Select(conversion => conversion.GetParameters()[0].ParameterType)
            .FirstOrDefault(candidate => unionCase is ObjectShape
                ? IsParams(candidate)
                : (Nullable.GetUnderlyingType(candidate) ?? candidate) == actual)
            ?? throw new ConversionException(
                $"{Describe(type)} has no conversion from {(unionCase is ObjectShape ? "an object" : Describe(actual))}");
        return ConvertImplicitly(Convert(value, unionCase, held, path)!, type, held);
    }

    private object ConvertObject(Dictionary<string, object?> values, ObjectShape shape, Type type, string path)
    {
        // Merged objects can be the only object case of a union.
        if (!IsParams(type)
            && FindConversions(type).Select(conversion => conversion.GetParameters()[0].ParameterType).FirstOrDefault(IsParams) is { } held)
        {
            return ConvertImplicitly(Build(held, values, shape, path), type, held);
        }

        return IsParams(type)
            ? Build(type, values, shape, path)
            : throw new ConversionException($"expected a parameters class, got {Describe(type)}");
    }

    private object ConvertMap(Dictionary<string, object?> values, Shape value, Type type, string path)
    {
        Type[] arguments = type.GetGenericArguments();
        if (arguments.Length == 0)
        {
            throw new ConversionException($"expected a map, got {Describe(type)}");
        }

        Type valueType = arguments[^1];
        Type mapType = type.IsInterface ? typeof(Dictionary<,>).MakeGenericType(typeof(string), valueType) : type;
        var map = (IDictionary)Activator.CreateInstance(mapType)!;
        foreach ((string key, object? entry) in values)
        {
            map.Add(key, ConvertEntry(entry, value, valueType, $"{path}[{key}]"));
        }

        return map;
    }

    // A null value clears the one of its key, so a number needs no Clearable type there.
    private object? ConvertEntry(object? entry, Shape shape, Type type, string path) =>
        shape is not ClearableShape clearable || Nullable.GetUnderlyingType(type) is null ? Convert(entry, shape, type, path)
        : entry is Cleared ? null
        : Convert(entry, clearable.Inner, type, path);

    private IList ConvertList(List<object?> elements, Shape element, Type type, string path)
    {
        if (!IsGeneric(type, "IReadOnlyList`1"))
        {
            throw new ConversionException($"expected a list, got {Describe(type)}");
        }

        Type elementType = type.GetGenericArguments()[0];
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(elementType))!;
        foreach (object? value in elements)
        {
            list.Add(Convert(value, element, elementType, path + "[]"));
        }

        return list;
    }

    private object ConvertEnum(EnumValue known, Shape shape, Type type)
    {
        if (!OpenEnums.IsOpenEnum(type))
        {
            throw new ConversionException($"expected an open enum, got {Describe(type)}");
        }

        covered.Add(type);
        string[] unknown = [.. OpenEnums.FindUnknown(type, ((EnumShape)shape).Values)];
        return unknown.Length == 0
            ? OpenEnums.FromText(type, known.Text)
            : throw new ConversionException($"{Describe(type)} has no member for \"{string.Join("\", \"", unknown)}\"");
    }

    private static object ConvertFile(FileValue file, Type type) => type.Name == "StripeFileUpload"
        ? Activator.CreateInstance(type, new MemoryStream(file.Bytes), file.FileName, file.ContentType)!
        : throw new ConversionException($"expected a StripeFileUpload, got {Describe(type)}");

    private static object ConvertImplicitly(object value, Type type, Type held) =>
        FindConversions(type).FirstOrDefault(conversion => conversion.GetParameters()[0].ParameterType == held)?.Invoke(null, [value])
            ?? throw new ConversionException($"{Describe(type)} has no conversion from {Describe(held)}");

    /// <summary>The text of a constant, which has no public property.</summary>
    private static string? GetText(object union) =>
        (string?)typeof(FormUnion).GetField("_text", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(union);

    private static bool Fits(object? value, Shape unionCase) => (value, unionCase) switch
    {
        (Dictionary<string, object?>, ObjectShape or MapShape) => true,
        (List<object?>, ListShape) => true,
        (string, TextShape) => true,
        (long, IntegerShape) => true,
        (decimal, NumberShape) => true,
        (DecimalString, DecimalStringShape) => true,
        (bool, BooleanShape) => true,
        (DateTimeOffset, UnixTimeShape or DateTimeShape) => true,
        _ => false,
    };

    private static object Accept(object value, Type type) => value.GetType() == type
        ? value
        : throw new ConversionException($"expected {Describe(value.GetType())}, got {Describe(type)}");
}
