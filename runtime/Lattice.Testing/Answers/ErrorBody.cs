namespace Lattice.Stripe.Testing.Answers;

/// <summary>Writes Stripe's error object.</summary>
internal static class ErrorBody
{
    public static byte[] Write(Refusal refusal) => JsonBody.Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("error");
        if (refusal.Code is { } code)
        {
            json.WriteString("code", code);
            json.WriteString("doc_url", "https://stripe.com/docs/error-codes/" + code.Replace('_', '-'));
        }

        json.WriteString("message", refusal.Message);
        if (refusal.Param is { } param) json.WriteString("param", param);
        json.WriteString("type", Refusal.Type);
        json.WriteEndObject();
        json.WriteEndObject();
    });
}
