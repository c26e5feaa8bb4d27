using System.Security.Cryptography.X509Certificates;

namespace Lattice.Stripe.Http;

/// <summary>Chooses the certificate to present to a server, as <see cref="HttpClientHandler"/> does.</summary>
internal static class ClientCertificates
{
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    /// <summary>Returns the first certificate for client authentication; <see langword="null"/> if absent.</summary>
    public static X509Certificate2? Select(X509CertificateCollection certificates)
    {
        foreach (X509Certificate candidate in certificates)
        {
            if (candidate is X509Certificate2 { HasPrivateKey: true } certificate && MayIdentifyClient(certificate))
            {
                return certificate;
            }
        }

        return null;
    }

    /// <summary>
    /// Returns the first certificate for client authentication in the user's store; <see langword="null"/> if absent.
    /// </summary>
    public static X509Certificate2? SelectFromStore()
    {
        using var store = new X509Store(StoreName.My, StoreLocation.CurrentUser);
        store.Open(OpenFlags.ReadOnly);
        return Select(store.Certificates);
    }

    private static bool MayIdentifyClient(X509Certificate2 certificate)
    {
        foreach (X509Extension extension in certificate.Extensions)
        {
            bool allows = extension switch
            {
                X509EnhancedKeyUsageExtension usage => Allows(usage),
                X509KeyUsageExtension usage => usage.KeyUsages.HasFlag(X509KeyUsageFlags.DigitalSignature),
                _ => true,
            };
            if (!allows)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Allows(X509EnhancedKeyUsageExtension usage)
    {
        foreach (System.Security.Cryptography.Oid purpose in usage.EnhancedKeyUsages)
        {
            if (purpose.Value == ClientAuthentication)
            {
                return true;
            }
        }

        return false;
    }
}
