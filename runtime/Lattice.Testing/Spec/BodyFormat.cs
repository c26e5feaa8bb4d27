namespace Lattice.Stripe.Testing.Spec;

/// <summary>The format of a body.</summary>
internal enum BodyFormat
{
    /// <summary>A format that no operation accepts, or a body without a content type.</summary>
    Unknown,
    Form,
    Json,
    Multipart,
}

/// <summary>The media types of bodies.</summary>
internal static class MediaTypes
{
    public const string Form = "application/x-www-form-urlencoded";
    public const string Json = "application/json";
    public const string Multipart = "multipart/form-data";

    /// <summary>The format that a <c>Content-Type</c> names, regardless of its parameters.</summary>
    public static BodyFormat FormatOf(string? contentType)
        => contentType?.Split(';')[0].Trim().ToLowerInvariant() switch
        {
            Form => BodyFormat.Form,
            Json => BodyFormat.Json,
            Multipart => BodyFormat.Multipart,
            _ => BodyFormat.Unknown,
        };

    public static string NameOf(BodyFormat format) => format switch
    {
        BodyFormat.Form => Form,
        BodyFormat.Json => Json,
        BodyFormat.Multipart => Multipart,
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };
}
