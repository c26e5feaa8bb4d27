using System.Globalization;
using System.Text.RegularExpressions;
using Lattice.Stripe.Testing.Errors;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Parameters;

/// <summary>Checks a single value that is not empty.</summary>
internal static partial class ValueCheck
{
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>The maximum length of <c>filename</c> in Stripe's File object, in characters.</summary>
    private const int MaximumFileNameLength = 5_000;

    private const string HowToAllow = ". Stripe may accept more values than its specification lists; to allow them, set "
        + "StripeStandInOptions.AllowUnlistedValues or run `lattice serve --allow-unlisted-values`.";

    private static readonly string[] s_addressNames = ["cancel_url", "refresh_url", "return_url", "success_url"];

    public static ApiError? FindError(ParameterNode sent, Schema schema, bool required, bool allowsUnlistedValues)
    {
        if (sent.Value is not { } value || !CanBe(sent.Kind, schema))
        {
            return ApiError.Of($"Invalid {NameOf(schema)}", sent.Name);
        }

        return schema.Kind switch
        {
            SchemaKind.Integer => CheckInteger(sent.Name, value, schema),
            SchemaKind.Number when sent.Kind == ParameterKind.Form => CheckDecimal(sent.Name, value),
            SchemaKind.Number => null,
            SchemaKind.Boolean => CheckBoolean(sent.Name, value),
            _ when sent.File is { } file => CheckFile(sent.Name, file),
            _ => CheckString(sent.Name, value, schema, required) ?? CheckAddress(sent, value),
        } ?? CheckValues(sent.Name, value, schema, allowsUnlistedValues);
    }

    /// <summary>Whether a value in this form can have the schema's type: a form's text can be anything but a file.</summary>
    private static bool CanBe(ParameterKind sent, Schema schema) => schema.Kind switch
    {
        SchemaKind.String when schema.IsFile => sent == ParameterKind.File,
        SchemaKind.Integer or SchemaKind.Number => sent is ParameterKind.Form or ParameterKind.Number,
        SchemaKind.Boolean => sent is ParameterKind.Form or ParameterKind.Boolean,
        _ => sent is ParameterKind.Form or ParameterKind.Text,
    };

    private static string NameOf(Schema schema) => schema.Kind switch
    {
        SchemaKind.Integer => "integer",
        SchemaKind.Number => "decimal",
        SchemaKind.Boolean => "boolean",
        _ => schema.IsFile ? "file: send it as a part of a multipart/form-data body that has a filename" : "string",
    };

    private static ApiError? CheckInteger(string name, string value, Schema schema)
    {
        if (long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
        {
            return null;
        }

        string message = schema.IsTime
            ? $"Invalid timestamp: {ApiError.Shorten(value)}; must be an integer Unix timestamp in seconds"
            : $"Invalid integer: {ApiError.Shorten(value)}";
        return ApiError.Of(message, name, ApiErrorCodes.InvalidInteger);
    }

    private static ApiError? CheckDecimal(string name, string value)
        => decimal.TryParse(value, Decimal, CultureInfo.InvariantCulture, out _)
            ? null
            : ApiError.Of($"Invalid decimal: {ApiError.Shorten(value)}", name);

    private static ApiError? CheckTime(string name, string value)
        => Rfc3339.TryRead(value, out _)
            ? null
            : ApiError.Of($"Invalid time: {ApiError.Shorten(value)}; must be as in RFC 3339, such as 2020-01-31T23:59:59Z", name);

    private static ApiError? CheckBoolean(string name, string value)
        => value is "true" or "false" ? null : ApiError.Of($"Invalid boolean: {ApiError.Shorten(value)}", name);

    private static ApiError? CheckFile(string name, UploadedFile file)
        => file.Name.EnumerateRunes().Count() <= MaximumFileNameLength
            ? null
            : ApiError.Of(
                $"Invalid file: {ApiError.Shorten(file.Name)}; its filename must be at most {MaximumFileNameLength} characters", name);

    private static ApiError? CheckString(string name, string value, Schema schema, bool required)
    {
        if (required && string.IsNullOrWhiteSpace(value))
        {
            return ApiError.Of($"Invalid {name}: it contains only white space", name, ApiErrorCodes.InvalidStringBlank);
        }

        switch (schema.Format)
        {
            case "decimal": return CheckDecimal(name, value);
            case "int64": return CheckInteger(name, value, schema);
            case "date-time": return CheckTime(name, value);
        }

        return schema.MaxLength is { } limit && value.EnumerateRunes().Count() > limit
            ? ApiError.Of($"Invalid string: {ApiError.Shorten(value)}; must be at most {limit} characters", name)
            : null;
    }

    /// <summary>Browsers are redirected to these addresses, so Stripe requires complete ones. The specification does not say so.</summary>
    private static ApiError? CheckAddress(ParameterNode sent, string value)
        => Array.IndexOf(s_addressNames, sent.Key) < 0 || Address().IsMatch(value)
            ? null
            : ApiError.Of(
                "Not a valid URL: it must begin with a scheme, such as https://, and contain no white space.",
                sent.Name,
                ApiErrorCodes.InvalidUrl);

    private static ApiError? CheckValues(string name, string value, Schema schema, bool allowsUnlistedValues)
    {
        if (schema.Values.Count == 0 || schema.Values.Contains(value) || (schema.IsOpen && allowsUnlistedValues))
        {
            return null;
        }

        string[] allowed = [.. schema.Values.Where(allowedValue => allowedValue.Length > 0)];
        return ApiError.Of($"Invalid {name}: must be one of {Enumerate(allowed)}{(schema.IsOpen ? HowToAllow : "")}", name);
    }

    /// <summary>"a", "a or b", "a, b, or c".</summary>
    private static string Enumerate(string[] values) => values switch
    {
        [] => "(no value)",
        [var only] => only,
        [var first, var second] => $"{first} or {second}",
        [.. var others, var last] => $"{string.Join(", ", others)}, or {last}",
    };

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9+.-]*://[^\s\p{Cc}]+\z")]
    private static partial Regex Address();
}
