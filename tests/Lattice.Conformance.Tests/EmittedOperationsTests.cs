using Lattice.Conformance.Generation;
using Microsoft.CodeAnalysis.CSharp;

namespace Lattice.Conformance.Tests;

/// <summary>Emitted operations are found in the sources.</summary>
public class EmittedOperationsTests
{
    [Fact]
    public void An_operation_has_its_method_its_route_and_its_name()
    {
        const string Source = """
            namespace Lattice.Stripe.Issuing;

            public sealed class Card
            {
                public static StripeOperation<StripeNoParams, StripeList<Card>> ListForTestOperation { get; } = new(
                    "Issuing.Card.ListForTest",
                    global::System.Net.Http.HttpMethod.Get,
                    "/v1/test_helpers/issuing/cards",
                    "2026-10-28.endive")
                {
                    HasQuery = true,
                };

                public string LastOperation { get; } = "/v1/cards";
            }
            """;

        Assert.Equal(
            [new EmittedOperation("GET /v1/test_helpers/issuing/cards", "Lattice.Stripe.Issuing.Card.ListForTest")],
            EmittedOperations.Find([CSharpSyntaxTree.ParseText(Source)]));
    }
}
