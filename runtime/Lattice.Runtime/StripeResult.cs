using System.Diagnostics.CodeAnalysis;

namespace Lattice.Stripe;

/// <summary>What a call ended in: a resource, or an error.</summary>
/// <typeparam name="T">The type of the resource.</typeparam>
public readonly struct StripeResult<T> : IEquatable<StripeResult<T>>
    where T : StripeResource
{
    /// <summary>A call that succeeded.</summary>
    /// <param name="value">The resource.</param>
    /// <param name="response">The facts of the response; one with status 200 if left out.</param>
    public StripeResult(T value, StripeResponse? response = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = value;
        Response = response ?? value.GetResponse() ?? new StripeResponse();
    }

    /// <summary>A call that failed.</summary>
    /// <param name="error">The error.</param>
    /// <param name="response">The facts of the response, if one came.</param>
    public StripeResult(StripeError error, StripeResponse? response = null)
    {
        ArgumentNullException.ThrowIfNull(error);
        Error = error;
        Response = response;
    }

    /// <summary>Whether the call succeeded: then there is a <see cref="Value"/>, else an <see cref="Error"/>.</summary>
    [MemberNotNullWhen(true, nameof(Value), nameof(Response))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Value is not null;

    /// <summary>The resource; <see langword="null"/> if the call failed.</summary>
    public T? Value { get; }

    /// <summary>The error; <see langword="null"/> if the call succeeded.</summary>
    public StripeError? Error { get; }

    /// <summary>The facts of the response; <see langword="null"/> if none came.</summary>
    public StripeResponse? Response { get; }

    /// <summary>The resource, or the error as an exception.</summary>
    /// <exception cref="StripeException">The call failed.</exception>
    /// <exception cref="InvalidOperationException">This is <see langword="default"/>: no call ended in it.</exception>
    public T GetValueOrThrow()
    {
        if (IsSuccess)
        {
            return Value;
        }

        throw Error is null
            ? new InvalidOperationException(
                "This StripeResult is empty. An IStripeClient has to return a result that holds a resource or an error.")
            : new StripeException(Error, Response);
    }

    /// <summary>The resource's type or the error, without any secret.</summary>
    public override string ToString() => IsSuccess ? $"Success: {Value}" : $"Failure: {Error}";

    /// <inheritdoc/>
    public bool Equals(StripeResult<T> other) => ReferenceEquals(Value, other.Value)
        && ReferenceEquals(Error, other.Error) && ReferenceEquals(Response, other.Response);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is StripeResult<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, Error, Response);

    /// <summary>Whether both are the same outcome of the same call.</summary>
    public static bool operator ==(StripeResult<T> left, StripeResult<T> right) => left.Equals(right);

    /// <summary>Whether the two are outcomes of different calls.</summary>
    public static bool operator !=(StripeResult<T> left, StripeResult<T> right) => !left.Equals(right);
}
