using System.Text.Json;

namespace Lattice.Stripe.Testing.Answers;

/// <summary>Writes Stripe's error object.</summary>
internal static class ErrorBody
{
    public static byte[] Write(Refusal refusal, bool isV2) => JsonBody.Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("error");
        if (isV2) WriteV2(json, refusal);
        else WriteV1(json, refusal);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void WriteV1(Utf8JsonWriter json, Refusal refusal)
    {
        string? code = refusal.Code is { } given && ErrorCodes.IsOfV1(given) ? given : null;
        if (code is not null)
        {
            json.WriteString("code", code);
            json.WriteString("doc_url", "https://stripe.com/docs/error-codes/" + code.Replace('_', '-'));
        }

        WriteCommon(json, refusal);
    }

    /// <summary>Errors of API v2 always have a code.</summary>
    private static void WriteV2(Utf8JsonWriter json, Refusal refusal)
    {
        json.WriteString("code", refusal.Code ?? ErrorCodes.OfStatus(refusal.Status));
        WriteCommon(json, refusal);
    }

    private static void WriteCommon(Utf8JsonWriter json, Refusal refusal)
    {
        WriteIfSet(json, "advice_code", refusal.AdviceCode);
        WriteIfSet(json, "charge", refusal.Charge);
        WriteIfSet(json, "decline_code", refusal.DeclineCode);
        json.WriteString("message", refusal.Message);
        WriteIfSet(json, "param", refusal.Param);
        WriteIfSet(json, "request_log_url", refusal.RequestLogUrl);
        json.WriteString("type", refusal.Type);
        WriteIfSet(json, "user_message", refusal.UserMessage);
    }

    private static void WriteIfSet(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }
}
