using System.Text.Json;
using Lattice.Stripe.Testing.Responses;

namespace Lattice.Stripe.Testing.Errors;

/// <summary>Writes Stripe's error object.</summary>
internal static class ErrorBody
{
    public static byte[] Write(ApiError error, bool isV2) => JsonBody.Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("error");
        if (isV2)
        {
            WriteV2(json, error);
        }
        else
        {
            WriteV1(json, error);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void WriteV1(Utf8JsonWriter json, ApiError error)
    {
        string? code = error.Code is { } given && ErrorCodes.IsOfV1(given) ? given : null;
        if (code is not null)
        {
            json.WriteString("code", code);
            json.WriteString("doc_url", "https://stripe.com/docs/error-codes/" + code.Replace('_', '-'));
        }

        WriteCommon(json, error);
    }

    /// <summary>Errors of API v2 always have a code.</summary>
    private static void WriteV2(Utf8JsonWriter json, ApiError error)
    {
        json.WriteString("code", error.Code ?? ErrorCodes.OfStatus(error.StatusCode));
        WriteCommon(json, error);
    }

    private static void WriteCommon(Utf8JsonWriter json, ApiError error)
    {
        WriteIfSet(json, "advice_code", error.AdviceCode);
        WriteIfSet(json, "charge", error.Charge);
        WriteIfSet(json, "decline_code", error.DeclineCode);
        json.WriteString("message", error.Message);
        WriteIfSet(json, "param", error.Param);
        WriteIfSet(json, "request_log_url", error.RequestLogUrl);
        json.WriteString("type", error.Type);
        WriteIfSet(json, "user_message", error.UserMessage);
    }

    private static void WriteIfSet(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
