namespace Lattice.Analyzers.Secrets.Keys;

/// <summary>A kind of key, which its prefix tells.</summary>
/// <param name="prefix">What every key of the kind starts with.</param>
/// <param name="name">Its name in a message, without any part of the key but the prefix.</param>
/// <param name="isForTests">Whether no money moves with it.</param>
internal sealed class SecretKeyKind(string prefix, string name, bool isForTests)
{
    public static readonly SecretKeyKind WebhookSecret = new("whsec_", "The signing secret of a webhook endpoint (whsec_\u2026)", isForTests: false);

    public static readonly SecretKeyKind[] All =
    [
        new("sk_live_", "A live secret key (sk_live_\u2026)", isForTests: false),
        new("sk_org_live_", "A live key of an organization (sk_org_live_\u2026)", isForTests: false),
        new("rk_live_", "A live restricted key (rk_live_\u2026)", isForTests: false),
        WebhookSecret,
        new("sk_test_", "A test key (sk_test_\u2026)", isForTests: true),
        new("sk_org_test_", "A test key of an organization (sk_org_test_\u2026)", isForTests: true),
        new("rk_test_", "A restricted test key (rk_test_\u2026)", isForTests: true),
    ];

    public string Prefix { get; } = prefix;

    public string Name { get; } = name;

    public bool IsForTests { get; } = isForTests;

    /// <summary>Whether a character can be in such a key, after the prefix.</summary>
    public bool Allows(char character) => character is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9'
        || (this == WebhookSecret && character is '+' or '/' or '=');
}
