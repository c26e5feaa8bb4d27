using System.Reflection;
using System.Text.Json.Nodes;
using Lattice.Stripe;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Benchmarks.Generator;

/// <summary>Compiles Stripe's largest common resource from the full specification, and reads an example of it.</summary>
internal static class GeneratedPaymentIntent
{
    public static StripeObjectReader<StripeResource> GetReader()
    {
        var run = new GeneratorSession(SpecSlices.Cut(JsonNode.Parse(File.ReadAllText(FullSpec.FilePath))!, ["/v1/payment_intents"]));
        Assembly types = run.Compile();
        Type type = types.GetType($"{GeneratorSession.Namespace}.PaymentIntent", throwOnError: true)!;
        object operation = type.GetProperty("CreateOperation")!.GetValue(null)!;
        return (StripeObjectReader<StripeResource>)operation.GetType().GetProperty("Reader")!.GetValue(operation)!;
    }

    public static byte[] GetExample()
    {
        string path = Path.Combine(Path.GetDirectoryName(FullSpec.FilePath)!, "fixtures-2023-09-12.json");
        JsonNode fixtures = JsonNode.Parse(File.ReadAllText(path))!;
        return System.Text.Encoding.UTF8.GetBytes(fixtures["resources"]!["payment_intent"]!.ToJsonString());
    }
}
