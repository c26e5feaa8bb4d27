namespace Lattice.Spec.OpenApi;

/// <summary>The supported media types of request and response bodies.</summary>
internal static class BodyMediaTypes
{
    public const string Form = "application/x-www-form-urlencoded";
    public const string Json = "application/json";
    public const string Multipart = "multipart/form-data";

    /// <summary>The media types of a request body, the preferred one first.</summary>
    public static readonly IReadOnlyList<string> ByPreference = [Form, Json, Multipart];
}
