using System.Text.Json;

namespace Lattice.Conformance.SpecReading;

/// <summary>Whether a string is a secret.</summary>
internal enum Secrecy
{
    Never,

    /// <summary>The name alone does not decide; the object that has the property does.</summary>
    ByOwner,
    Always,
}

/// <summary>
/// Decides which strings are secrets, by name alone and independent of the generator's rules. Any other name is that of an ordinary
/// string.
/// </summary>
internal static class Secrets
{
    /// <summary>The suffix of a path for an element of a property. The element itself is not a secret.</summary>
    public const string Element = "[]";

    private static readonly HashSet<string> s_always = new(StringComparer.Ordinal)
    {
        "account_number", "authentication_token", "client_token", "cvc", "encrypted_number", "iban", "id_number",
        "id_number_secondary", "mobile_auth_url", "native_url", "password", "pdf", "persistent_token", "receipt_url", "refund_iban",
        "secret", "sender_account_number", "sender_iban", "ssn_last_4",
    };

    private static readonly HashSet<string> s_byOwner = new(StringComparer.Ordinal)
    {
        "auth_code", "challenge_url", "code", "fingerprinting_url", "mandate_url", "number", "payload", "qr_code_url", "url",
    };

    /// <param name="path">The path to the string: names separated by dots.</param>
    public static Secrecy Read(JsonElement schema, string path)
    {
        if (schema.Find("x-lattice-sensitive") is { } annotation)
        {
            return annotation.ValueKind == JsonValueKind.True ? Secrecy.Always : Secrecy.Never;
        }

        string name = path[(path.LastIndexOf('.') + 1)..];
        return schema.Items("enum").Any() || name.EndsWith(Element, StringComparison.Ordinal) ? Secrecy.Never
            : s_always.Contains(name) || EndsInSecret(name) || IsHosted(name) ? Secrecy.Always
            : s_byOwner.Contains(name) || name.EndsWith("redirect_url", StringComparison.Ordinal) ? Secrecy.ByOwner
            : Secrecy.Never;
    }

    private static bool EndsInSecret(string name) =>
        ((string[])["_secret", "_password", "_passcode", "_pdf"]).Any(end => name.EndsWith(end, StringComparison.Ordinal));

    private static bool IsHosted(string name) =>
        name.StartsWith("hosted_", StringComparison.Ordinal) && name.EndsWith("_url", StringComparison.Ordinal);
}
