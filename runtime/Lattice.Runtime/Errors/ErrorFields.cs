using System.Text;
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
    public RawFields? Extra;

    /// <summary>Reads the field whose name the reader stands on. A value that is no string is kept as an extra field.</summary>
    /// <param name="json">The reader.</param>
    /// <param name="text">All that it reads.</param>
    public void ReadField(ref Utf8JsonReader json, ReadOnlySpan<byte> text)
    {
        string name = GetText(ref json);
        json.Read();
        if (json.TokenType != JsonTokenType.String || !TrySet(name, GetText(ref json)))
        {
            KeepExtra(name, ref json, text);
        }
    }

    /// <summary>The text of a string token; one with escapes that are no text (a lone surrogate) as it stands in the JSON.</summary>
    public static string GetText(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(json.ValueSpan);
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

    private bool TrySet(string name, string value)
    {
        switch (name)
        {
            case "type": Type = value; return true;
            case "code": Code = value; return true;
            case "decline_code": DeclineCode = value; return true;
            case "advice_code": AdviceCode = value; return true;
            case "param": Param = value; return true;
            case "message": Message = value; return true;
            case "doc_url": DocUrl = value; return true;
            case "request_log_url": RequestLogUrl = value; return true;
            case "charge": Charge = value; return true;
            case "user_message": UserMessage = value; return true;
            default: return false;
        }
    }

    private void KeepExtra(string name, ref Utf8JsonReader json, ReadOnlySpan<byte> text)
    {
        if (json.TokenType == JsonTokenType.Null)
        {
            return;
        }

        int start = (int)json.TokenStartIndex;
        json.Skip();
        (Extra ??= new RawFields()).Add(name, text[start..(int)json.BytesConsumed]);
    }
}
