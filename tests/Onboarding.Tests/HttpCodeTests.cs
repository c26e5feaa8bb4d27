using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Onboarding.Tests;

/// <summary>The app reaches Stripe through generated code alone: it has no HTTP code of its own.</summary>
public sealed class HttpCodeTests
{
    private const string Operation = "HttpMethod";

    [Fact]
    public void The_app_uses_no_HTTP_client()
    {
        using var file = new PEReader(File.OpenRead(typeof(OnboardingApp).Assembly.Location));
        MetadataReader metadata = file.GetMetadataReader();

        string[] types =
        [
            .. from handle in metadata.TypeReferences
               let type = metadata.GetTypeReference(handle)
               let space = metadata.GetString(type.Namespace)
               where space is "System.Net.Http" || space.StartsWith("System.Net.Http.", StringComparison.Ordinal)
               select metadata.GetString(type.Name),
        ];

        // The generated operations have a method, such as GET.
        Assert.Equal([Operation], types);
    }

    [Fact]
    public void The_app_does_not_use_sockets_or_other_clients()
    {
        using var file = new PEReader(File.OpenRead(typeof(OnboardingApp).Assembly.Location));
        MetadataReader metadata = file.GetMetadataReader();

        string[] names = [.. metadata.TypeReferences.Select(handle => metadata.GetString(metadata.GetTypeReference(handle).Name))];

        Assert.Contains("StripeResult`1", names);
        Assert.DoesNotContain("WebRequest", names);
        Assert.DoesNotContain("WebClient", names);
        Assert.DoesNotContain("TcpClient", names);
        Assert.DoesNotContain("HttpClientFactoryServiceCollectionExtensions", names);
    }
}
