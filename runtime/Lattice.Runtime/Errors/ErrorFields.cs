using System.Text.Json;
using Lattice.Stripe.Serialization;

namespace Lattice.Stripe.Errors;

/// <summary>The fields of an error object, as far as they have been read.</summary>
internal struct ErrorFields
{
    public string? Type;
    public string? Code;
    public string? DeclineCode;
    public string? AdviceCode;
    public string? Param;
    public string? Message;
    public string? DocUrl;
    public string? RequestLogUrl;
    public string? Charge;
    public string? UserMessage;
    private ReadState _others;

    /// <summary>The fields that have no property, and those that are not a string.</summary>
    public readonly AdditionalFields? Extra => _others.Extra;

    /// <summary>Reads the field whose name the reader stands on. A value that is not a string is kept as an extra field.</summary>
    public void ReadField(ref StripeJsonReader json)
    {
        if (json.IsField("type"u8))
        {
            ReadText(ref json, ref Type);
        }
        else if (json.IsField("code"u8))
        {
            ReadText(ref json, ref Code);
        }
        else if (json.IsField("decline_code"u8))
        {
            ReadText(ref json, ref DeclineCode);
        }
        else if (json.IsField("advice_code"u8))
        {
            ReadText(ref json, ref AdviceCode);
        }
        else if (json.IsField("param"u8))
        {
            ReadText(ref json, ref Param);
        }
        else if (json.IsField("message"u8))
        {
            ReadText(ref json, ref Message);
        }
        else if (json.IsField("doc_url"u8))
        {
            ReadText(ref json, ref DocUrl);
        }
        else if (json.IsField("request_log_url"u8))
        {
            ReadText(ref json, ref RequestLogUrl);
        }
        else if (json.IsField("charge"u8))
        {
            ReadText(ref json, ref Charge);
        }
        else if (json.IsField("user_message"u8))
        {
            ReadText(ref json, ref UserMessage);
        }
        else
        {
            json.Advance();
            json.KeepUnlessNull(ref _others);
        }
    }

    /// <summary>Takes the key out of every text.</summary>
    public void Redact(SecretString apiKey)
    {
        Type = apiKey.RedactIn(Type);
        Code = apiKey.RedactIn(Code);
        DeclineCode = apiKey.RedactIn(DeclineCode);
        AdviceCode = apiKey.RedactIn(AdviceCode);
        Param = apiKey.RedactIn(Param);
        Message = apiKey.RedactIn(Message);
        DocUrl = apiKey.RedactIn(DocUrl);
        RequestLogUrl = apiKey.RedactIn(RequestLogUrl);
        Charge = apiKey.RedactIn(Charge);
        UserMessage = apiKey.RedactIn(UserMessage);
    }

    private void ReadText(ref StripeJsonReader json, ref string? text)
    {
        json.Advance();
        if (json.TokenType == JsonTokenType.String)
        {
            text = json.GetTextOrRaw();
        }
        else
        {
            json.KeepUnlessNull(ref _others);
        }
    }
}
