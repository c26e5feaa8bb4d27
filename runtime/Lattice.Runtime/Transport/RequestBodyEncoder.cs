using Lattice.Stripe.Serialization;

namespace Lattice.Stripe.Transport;

/// <summary>Encodes the body of a call.</summary>
internal static class RequestBodyEncoder
{
    /// <exception cref="ArgumentException">An extra parameter has a malformed name, is set already, or the operation takes no body.</exception>
    public static RequestBody? Encode(StripeBodyKind kind, StripeParams? parameters, RequestOptions? options)
    {
        switch (kind)
        {
            case StripeBodyKind.None:
                return options?.ExtraParameters is { Count: > 0 }
                    ? throw new ArgumentException("The operation takes no body, so it takes no extra parameters.", nameof(options))
                    : null;
            case StripeBodyKind.Form:
                return EncodeForm(parameters, options?.ExtraParameters);
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of body.");
        }
    }

    private static RequestBody EncodeForm(StripeParams? parameters, IReadOnlyDictionary<string, string>? extra)
    {
        var form = new FormWriter();
        try
        {
            // The operation's own type of parameters says that it is written as a form.
            ((FormParams?)parameters)?.Write(ref form);
            if (extra is not null)
            {
                foreach (KeyValuePair<string, string> parameter in extra)
                {
                    form.WriteExtra(parameter.Key, parameter.Value);
                }
            }

            return new RequestBody(form.Detach());
        }
        finally
        {
            form.Dispose();
        }
    }
}
