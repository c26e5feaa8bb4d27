using Lattice.Stripe.Serialization;

namespace Lattice.Stripe.Transport;

/// <summary>Encodes the body of a call.</summary>
internal static class RequestBodyEncoder
{
    private const string FormType = "application/x-www-form-urlencoded";
    private const string JsonType = "application/json";

    /// <exception cref="ArgumentException">An extra parameter has a malformed name, is set already, or the operation takes none.</exception>
    public static RequestBody? Encode(StripeBodyKind kind, StripeParams? parameters, RequestOptions? options)
    {
        // The operation's own type of parameters says how it is written, so the casts cannot fail for generated types.
        switch (kind)
        {
            case StripeBodyKind.None:
                RefuseExtraParameters(options, "takes no body");
                return null;
            case StripeBodyKind.Form:
                return new EncodedBody(EncodeForm((FormParams?)parameters, options?.ExtraParameters), FormType);
            case StripeBodyKind.Json:
                RefuseExtraParameters(options, "takes JSON, not a form");
                return new EncodedBody(EncodeJson((JsonParams?)parameters), JsonType);
            case StripeBodyKind.Multipart:
                return EncodeMultipart((MultipartParams?)parameters, options?.ExtraParameters);
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of body.");
        }
    }

    private static PooledBytes EncodeForm(FormParams? parameters, IReadOnlyDictionary<string, string>? extra)
    {
        var form = new FormWriter();
        try
        {
            parameters?.Write(ref form);
            if (extra is not null)
            {
                foreach (KeyValuePair<string, string> parameter in extra)
                {
                    form.WriteExtra(parameter.Key, parameter.Value);
                }
            }

            return form.Detach();
        }
        finally
        {
            form.Dispose();
        }
    }

    private static PooledBytes EncodeJson(JsonParams? parameters)
    {
        using var buffer = new PooledBufferWriter();
        JsonBodyWriter.WriteBody(buffer, parameters);
        return buffer.Detach();
    }

    private static MultipartBody EncodeMultipart(MultipartParams? parameters, IReadOnlyDictionary<string, string>? extra)
    {
        PooledBytes fields = EncodeForm(parameters, extra);
        try
        {
            return new MultipartBody(FormBody.Decode(fields.Span), parameters?.GetFiles() ?? []);
        }
        finally
        {
            fields.Dispose();
        }
    }

    private static void RefuseExtraParameters(RequestOptions? options, string reason)
    {
        if (options?.ExtraParameters is { Count: > 0 })
        {
            throw new ArgumentException($"The operation {reason}, so there can be no extra parameters.", nameof(options));
        }
    }
}
