using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Lattice.Stripe;

/// <summary>The result of a call: a resource or an error.</summary>
/// <typeparam name="T">The type of the resource.</typeparam>
public readonly struct StripeResult<T> : IEquatable<StripeResult<T>>
    where T : StripeResource
{
    /// <summary>Initializes the result of a call that succeeded.</summary>
    /// <param name="value">The resource.</param>
    /// <param name="response">The metadata of the response. If omitted, that of the resource, or else a response with status 200.</param>
    public StripeResult(T value, StripeResponse? response = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = value;
        Response = response ?? value.GetResponse() ?? new StripeResponse();
    }

    /// <summary>Initializes the result of a call that failed.</summary>
    /// <param name="error">The error.</param>
    /// <param name="response">The metadata of the response, if there was one.</param>
    public StripeResult(StripeError error, StripeResponse? response = null)
    {
        ArgumentNullException.ThrowIfNull(error);
        Error = error;
        Response = response;
    }

    /// <summary>Whether the call succeeded: if so, there is a <see cref="Value"/>, otherwise an <see cref="Error"/>.</summary>
    [MemberNotNullWhen(true, nameof(Value), nameof(Response))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Value is not null;

    /// <summary>The resource; <see langword="null"/> if the call failed.</summary>
    public T? Value { get; }

    /// <summary>The error; <see langword="null"/> if the call succeeded.</summary>
    public StripeError? Error { get; }

    /// <summary>The metadata of the response; <see langword="null"/> if there was none.</summary>
    public StripeResponse? Response { get; }

    /// <summary>Returns the resource, or throws the error.</summary>
    /// <exception cref="StripeException">The call failed.</exception>
    /// <exception cref="InvalidOperationException">The result is <see langword="default"/>.</exception>
    public T GetValueOrThrow()
    {
        if (IsSuccess)
        {
            return Value;
        }

        throw Error is null
            ? new InvalidOperationException(
                "This StripeResult is empty. An IStripeClient must return a result with a resource or an error.")
            : new StripeException(Error, Response);
    }

    /// <summary>Returns the resource's type or the error, without secrets.</summary>
    public override string ToString() => IsSuccess ? "Success: " + Value : "Failure: " + Error;

    /// <inheritdoc/>
    public bool Equals(StripeResult<T> other) => ReferenceEquals(Value, other.Value)
        && ReferenceEquals(Error, other.Error) && ReferenceEquals(Response, other.Response);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is StripeResult<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode((object?)Value ?? Error);

    /// <summary>Whether both are the same outcome of the same call.</summary>
    public static bool operator ==(StripeResult<T> left, StripeResult<T> right) => left.Equals(right);

    /// <summary>Whether the two are outcomes of different calls.</summary>
    public static bool operator !=(StripeResult<T> left, StripeResult<T> right) => !left.Equals(right);
}
