using System.Text;
using Lattice.TestSupport.Mutation;

namespace Lattice.Fuzz.Requests;

/// <summary>Puts a secret into a request, at a place where it can be recognized as one.</summary>
/// <param name="random">Decides where.</param>
internal sealed class SecretPlanter(Random random)
{
    /// <summary>A part of every secret, which must not be shown.</summary>
    public const string Marker = "Qx7MARKERz9";

    private static readonly string[] s_secrets =
    [
        $"sk_test_{Marker}", $"sk_live_{Marker}", $"rk_live_{Marker}", $"ek_test_{Marker}", $"whsec_{Marker}", $"pi_1_secret_{Marker}", $"sk_{Marker}",
        $"sk_org_live_{Marker}",
    ];

    public SentRequest Plant(SentRequest request)
    {
        string secret = random.Pick(s_secrets);
        return random.Next(8) switch
        {
            0 => SetHeader(request, "Authorization", $"Bearer {secret}"),
            1 => SetHeader(request, "Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{secret}:"))),
            2 => SetHeader(request, random.Pick(["Idempotency-Key", "Stripe-Account", "Stripe-Version", "X-Any", "Stripe-Context"]), secret),
            3 => SetHeader(request, random.Pick(["Cookie", "Stripe-Signature", "Proxy-Authorization"]), $"a={Marker}"),
            4 => request with { Target = $"{request.Target.Split('?')[0]}/{secret}" },
            5 => request with { Target = $"{request.Target}{(request.Target.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{CreatePair(secret)}" },
            _ => request.Body is null ? request : request with { Body = PlantInBody(request, secret) },
        };
    }

    private static SentRequest SetHeader(SentRequest request, string name, string value) =>
        request with { Headers = [.. request.Headers.Where(header => header.Key != name), new(name, value)] };

    private string CreatePair(string secret) => random.OneIn(2) ? $"x={secret}" : $"{secret}=1";

    private byte[] PlantInBody(SentRequest request, string secret)
    {
        string planted = request.ContentType switch
        {
            { } type when type.StartsWith("application/json", StringComparison.Ordinal) => $"\"{secret}\"",
            { } type when type.StartsWith("multipart", StringComparison.Ordinal) => $"\r\n{secret}\r\n",
            _ => $"&{CreatePair(secret)}&",
        };
        int index = random.Next(request.Body!.Length + 1);
        return [.. request.Body[..index], .. Encoding.ASCII.GetBytes(planted), .. request.Body[index..]];
    }
}
