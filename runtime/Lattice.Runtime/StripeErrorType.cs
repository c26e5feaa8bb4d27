using System.Text.Json.Serialization;
using Lattice.Stripe.Serialization;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe;

/// <summary>
/// The kind of an error. The set is open: a type that Stripe adds later is kept as it is, so compare with the known
/// members and have a default.
/// </summary>
[JsonConverter(typeof(StripeEnumJsonConverter<StripeErrorType>))]
public readonly struct StripeErrorType : IStripeEnum<StripeErrorType>
{
    private readonly string? _value;

    /// <summary>Makes a type from its name.</summary>
    public StripeErrorType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary><c>api_error</c>: something failed at Stripe's end.</summary>
    public static StripeErrorType ApiError => new("api_error");

    /// <summary>
    /// <c>card_error</c>: a card could not be charged. The most common one; show <see cref="StripeError.Message"/> to the
    /// payer.
    /// </summary>
    public static StripeErrorType CardError => new("card_error");

    /// <summary><c>idempotency_error</c>: the idempotency key was used before with other parameters.</summary>
    public static StripeErrorType IdempotencyError => new("idempotency_error");

    /// <summary><c>invalid_request_error</c>: the request has a wrong, unknown or missing parameter.</summary>
    public static StripeErrorType InvalidRequestError => new("invalid_request_error");

    /// <summary><c>authentication_error</c>: status 401 without a type in the body.</summary>
    public static StripeErrorType AuthenticationError => new("authentication_error");

    /// <summary><c>permission_error</c>: status 403 without a type in the body.</summary>
    public static StripeErrorType PermissionError => new("permission_error");

    /// <summary><c>rate_limit_error</c>: status 429 without a type in the body.</summary>
    public static StripeErrorType RateLimitError => new("rate_limit_error");

    /// <summary><c>conflict_error</c>: status 409 without a type in the body.</summary>
    public static StripeErrorType ConflictError => new("conflict_error");

    /// <summary>
    /// <c>connection_error</c>: no response came, because the connection or the HTTP handler failed. Not from Stripe but from
    /// this library; see <see cref="StripeError.GetException"/>.
    /// </summary>
    public static StripeErrorType ConnectionError => new("connection_error");

    /// <summary><c>timeout_error</c>: no response came in time. Not from Stripe but from this library.</summary>
    public static StripeErrorType TimeoutError => new("timeout_error");

    /// <summary>
    /// <c>upload_error</c>: the stream of a file to upload failed, was closed or ended early, so that the request was not sent
    /// whole. Not from Stripe but from this library; see <see cref="StripeError.GetException"/>.
    /// </summary>
    public static StripeErrorType UploadError => new("upload_error");

    /// <summary>
    /// <c>decoding_error</c>: a response of 2xx came that is not the resource, or is not recognized as Stripe's. The call may
    /// have been carried out. Not from Stripe but from this library.
    /// </summary>
    public static StripeErrorType DecodingError => new("decoding_error");

    /// <summary>The name, as Stripe writes it; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    /// <summary>Makes a type from its name; none from <see langword="null"/>.</summary>
    public static implicit operator StripeErrorType?(string? value) => value is null ? null : new StripeErrorType(value);

    /// <summary>Makes a type from its name.</summary>
    public static StripeErrorType FromString(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(StripeErrorType other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is StripeErrorType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>Whether both are the same type.</summary>
    public static bool operator ==(StripeErrorType left, StripeErrorType right) => left.Equals(right);

    /// <summary>Whether the types differ.</summary>
    public static bool operator !=(StripeErrorType left, StripeErrorType right) => !left.Equals(right);

    /// <summary>The name, as Stripe writes it.</summary>
    public override string ToString() => Value;
}
