using System.Runtime.CompilerServices;
using System.Text.Json;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Errors;

/// <summary>The texts that Stripe's error object may hold. Each has its name in <see cref="ErrorFields"/>, in the same order.</summary>
internal enum ErrorField
{
    Type,
    Code,
    DeclineCode,
    AdviceCode,
    Param,
    Message,
    DocUrl,
    RequestLogUrl,
    Charge,
    UserMessage,

    /// <summary>How many there are; the last member.</summary>
    Count,
}

/// <summary>
/// The fields of an error object. One table decides what is read, what is redacted and what a property of <see cref="StripeError"/>
/// returns.
/// </summary>
internal struct ErrorFields
{
    private string?[]? _texts;

    // In one text: a search in it needs less native code than an array, or a comparison for each name.
    private static ReadOnlySpan<byte> Names =>
        "type code decline_code advice_code param message doc_url request_log_url charge user_message"u8;

    public readonly string? Type => this[ErrorField.Type];

    public string? Code
    {
        readonly get => this[ErrorField.Code];
        set => this[ErrorField.Code] = value;
    }

    public string? Message
    {
        readonly get => this[ErrorField.Message];
        set => this[ErrorField.Message] = value;
    }

    /// <summary>The fields without a property, and those whose value is not a string.</summary>
    public AdditionalFields? Extra;

    public string? this[ErrorField field]
    {
        readonly get => _texts?[(int)field];

        // Not inlined: it is called from several methods of which each would grow.
        [MethodImpl(MethodImplOptions.NoInlining)]
        set => (_texts ??= new string?[(int)ErrorField.Count])[(int)field] = value;
    }

    /// <summary>
    /// Whether a response outside 2xx is Stripe's: it has a request id, or its body is an error of one of Stripe's types. Anything in
    /// between (a proxy, a gateway, a captive portal) can respond with any status.
    /// </summary>
    public readonly bool IsFromStripe(StripeResponse response) => response.HasRequestId || StripeErrorTypes.IsKnown(Type);

    /// <summary>Reads the current field of the reader. A value that is not a string is kept as an extra field.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void ReadField(ref StripeJsonReader json)
    {
        int index = json.FindField(Names);
        json.Advance();
        if (index >= 0 && json.TokenType == JsonTokenType.String)
        {
            this[(ErrorField)index] = json.GetTextOrRaw();
        }
        else
        {
            json.KeepUnlessNull();
        }
    }

    /// <summary>Redacts the key in every text.</summary>
    public readonly void Redact(SecretString apiKey)
    {
        for (int i = 0; i < _texts?.Length; i++)
        {
            _texts[i] = apiKey.RedactIn(_texts[i]);
        }
    }
}
