using System.ComponentModel;
using System.Reflection;

namespace Lattice.Stripe.Tests.Surface;

/// <summary>What users see of the runtime.</summary>
public class PublicApiTests
{
    [Fact]
    public void The_public_api_is_as_listed()
    {
        string folder = Path.Combine(Repository.Root, "tests", "Lattice.Runtime.Tests", "Surface");

        Assert.Equal("", VerifiedText.Compare(folder, "Lattice.Runtime", ".txt", PublicApi.List(typeof(StripeClient).Assembly)));
    }

    [Fact]
    public void Types_for_generated_code_are_hidden_from_editors()
    {
        Type[] types =
        [
            typeof(IJsonReadable<>),
            .. typeof(StripeClient).Assembly.GetExportedTypes()
                .Where(type => type.Namespace!.StartsWith("Lattice.Stripe.Serialization", StringComparison.Ordinal)),
        ];

        Assert.True(types.Length > 10);
        Assert.All(types, type => Assert.Equal(
            EditorBrowsableState.Never, type.GetCustomAttribute<EditorBrowsableAttribute>(inherit: false)?.State));
    }
}
