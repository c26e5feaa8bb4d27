namespace Lattice.Stripe.Webhooks;

/// <summary>Rejects secrets that cannot be those of an endpoint. The messages contain no part of them.</summary>
internal static class SecretCheck
{
    /// <exception cref="ArgumentException">The secret is empty, or it starts or ends with white space.</exception>
    public static void ThrowIfUnusable(SecretString secret, string parameter)
    {
        string value = secret.HasValue ? secret.Reveal() : "";
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException(
                "The secret is empty, so that anyone could sign. Pass the signing secret of the webhook endpoint (whsec_...).", parameter);
        }

        if (char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]))
        {
            throw new ArgumentException(
                "The secret starts or ends with white space, so that no signature matches. Remove the spaces and line ends.", parameter);
        }
    }

    /// <exception cref="ArgumentException">There is no secret, or one cannot be used.</exception>
    public static SecretString[] CopyUsable(IReadOnlyList<SecretString> secrets, string parameter)
    {
        ArgumentNullException.ThrowIfNull(secrets, parameter);
        SecretString[] copy = [.. secrets];
        if (copy.Length == 0)
        {
            throw new ArgumentException("There is no secret. Pass the signing secret of the webhook endpoint (whsec_...).", parameter);
        }

        foreach (SecretString secret in copy)
        {
            ThrowIfUnusable(secret, parameter);
        }

        return copy;
    }
}
