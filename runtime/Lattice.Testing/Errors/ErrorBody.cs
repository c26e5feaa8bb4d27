using System.Text.Json;

namespace Lattice.Stripe.Testing.Errors;

/// <summary>Writes Stripe's error object.</summary>
internal static class ErrorBody
{
    public static void Write(Utf8JsonWriter json, ApiError error, bool isV2)
    {
        json.WriteStartObject();
        json.WriteStartObject("error");
        if (isV2)
        {
            WriteV2Code(json, error);
        }
        else
        {
            WriteV1Code(json, error);
        }

        WriteIfSet(json, "advice_code", error.AdviceCode);
        WriteIfSet(json, "charge", error.Charge);
        WriteIfSet(json, "decline_code", error.DeclineCode);
        json.WriteString("message", error.Message);
        WriteIfSet(json, "param", error.Param);
        WriteIfSet(json, "request_log_url", error.RequestLogUrl);
        json.WriteString("type", error.Type);
        WriteIfSet(json, "user_message", error.UserMessage);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteV1Code(Utf8JsonWriter json, ApiError error)
    {
        if (error.Code is { } code && ApiErrorCodes.IsOfV1(code))
        {
            json.WriteString("code", code);
            json.WriteString("doc_url", "https://stripe.com/docs/error-codes/" + code.Replace('_', '-'));
        }
    }

    /// <summary>Errors of API v2 always have a code.</summary>
    private static void WriteV2Code(Utf8JsonWriter json, ApiError error)
        => json.WriteString("code", error.Code ?? ErrorStatuses.V2CodeOf(error.StatusCode));

    private static void WriteIfSet(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
