using System.Text.Json.Serialization;
using Lattice.Stripe.Serialization;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe;

/// <summary>
/// The type of an error. The set is open: a type that Stripe adds later keeps its name, so compare with the known members and handle
/// others.
/// </summary>
[JsonConverter(typeof(StripeEnumJsonConverter<StripeErrorType>))]
public readonly struct StripeErrorType : IStripeEnum<StripeErrorType>
{
    private readonly string? _value;

    /// <summary>Creates a type from its name.</summary>
    public StripeErrorType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary><c>api_error</c>: Stripe failed to process the request.</summary>
    public static StripeErrorType ApiError => new("api_error");

    /// <summary>
    /// <c>card_error</c>: a card could not be charged. Show <see cref="StripeError.Message"/> to the
    /// payer.
    /// </summary>
    public static StripeErrorType CardError => new("card_error");

    /// <summary><c>idempotency_error</c>: the idempotency key was already used with other parameters.</summary>
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
    /// <c>connection_error</c>: there is no response, because the connection or the HTTP handler failed. It is from this library and
    /// not from Stripe; see <see cref="StripeError.GetException"/>.
    /// </summary>
    public static StripeErrorType ConnectionError => new("connection_error");

    /// <summary><c>timeout_error</c>: there was no response in time. It is from this library and not from Stripe.</summary>
    public static StripeErrorType TimeoutError => new("timeout_error");

    /// <summary>
    /// <c>upload_error</c>: the stream of a file to upload failed, was closed or ended early, so that the request is incomplete. It is
    /// from this library and not from Stripe; see <see cref="StripeError.GetException"/>.
    /// </summary>
    public static StripeErrorType UploadError => new("upload_error");

    /// <summary>
    /// <c>decoding_error</c>: a 2xx response does not contain the expected resource, or is not recognized as Stripe's.
    /// The call may have been carried out.
    /// It is from this library and not from Stripe.
    /// </summary>
    public static StripeErrorType DecodingError => new("decoding_error");

    /// <summary>The name as Stripe sends it; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    /// <summary>Creates a type from its name; <see langword="null"/> stays <see langword="null"/>.</summary>
    public static implicit operator StripeErrorType?(string? value) => value is null ? null : new StripeErrorType(value);

    /// <summary>Creates a type from its name.</summary>
    public static StripeErrorType FromString(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(StripeErrorType other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is StripeErrorType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>Whether the types are equal.</summary>
    public static bool operator ==(StripeErrorType left, StripeErrorType right) => left.Equals(right);

    /// <summary>Whether the types differ.</summary>
    public static bool operator !=(StripeErrorType left, StripeErrorType right) => !left.Equals(right);

    /// <summary>Returns the name as Stripe sends it.</summary>
    public override string ToString() => Value;
}
