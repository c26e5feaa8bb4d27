using System.Diagnostics.CodeAnalysis;
using System.Net;
using Lattice.Stripe.Testing.Errors;
using Lattice.Stripe.Testing.ResourceSerialization;
using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Spec;
using Lattice.Stripe.Testing.Stubs;

namespace Lattice.Stripe.Testing;

/// <summary>
/// Stubs for the next requests of one operation. Each call adds a stub for one request, in the order of the calls. When the stubs
/// are used up, the stand-in responds as usual.
/// </summary>
/// <remarks>
/// Stubs apply to requests that the stand-in would carry out. A request with an invalid key, header or parameter uses no stub, and
/// neither does one that gets the remembered response of its idempotency key, unless the stub stands for what comes before the key (401,
/// 403, 409, 429, 502 and later, a lost connection) or loses the response. An idempotency key remembers some stubbed errors as
/// well: see <see cref="StubbedError.CarriedOut"/>. Instances are thread-safe.
/// </remarks>
/// <typeparam name="TResource">The resource that the operation returns.</typeparam>
/// <example>
/// <code>
/// stripe.On(AccountLink.CreateOperation)
///     .FailWith(HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.FromSeconds(1)).Times(2)
///     .RespondWith(new AccountLink { Url = new SecretString("https://example.com/form") });
/// </code>
/// </example>
public sealed class StandInStubs<TResource>
    where TResource : StripeResource
{
    private const string NeedsReflection = "The resource is written by reflection over its properties, which trimming may have removed.";

    /// <summary>The longest delay of .NET's timers, in whole days.</summary>
    private static readonly TimeSpan s_maximumDelay = TimeSpan.FromDays(24);

    private readonly Operation _operation;
    private readonly StubQueue _queue;

    internal StandInStubs(Operation operation, StubQueue queue)
    {
        _operation = operation;
        _queue = queue;
    }

    /// <summary>Responds with a resource exactly as it is: a property that is not set is not generated.</summary>
    /// <remarks>
    /// The response has <c>Request-Id</c> and the other headers of every response of the stand-in, so a client recognizes it even if the
    /// resource has few properties.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// The resource does not match the slice's schema; the message names the property and the reason.
    /// </exception>
    [RequiresUnreferencedCode(NeedsReflection)]
    public StandInStubs<TResource> RespondWith(TResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);

        WrittenResource written = Write(resource, nameof(resource));
        return Add(new Stub { Resource = _ => written });
    }

    /// <summary>Responds with a resource that depends on the request, exactly as it is.</summary>
    /// <param name="createResource">Creates the resource. An exception from it reaches the caller of an in-process client.</param>
    /// <remarks>
    /// If the resource does not match the slice's schema, the request ends with an <see cref="ArgumentException"/>.
    /// </remarks>
    [RequiresUnreferencedCode(NeedsReflection)]
    public StandInStubs<TResource> RespondWith(Func<ReceivedRequest, TResource> createResource)
    {
        ArgumentNullException.ThrowIfNull(createResource);

        return Add(new Stub { Resource = request => Write(createResource(request), nameof(createResource)) });
    }

    /// <summary>Responds with JSON exactly as it is; it is not compared with the slice's schema.</summary>
    /// <param name="json">The response: a JSON object, such as one of Stripe's documentation.</param>
    /// <exception cref="ArgumentException">The text is not a JSON object; the message has the reason.</exception>
    public StandInStubs<TResource> RespondWithJson([StringSyntax(StringSyntaxAttribute.Json)] string json)
    {
        WrittenResource written = ResourceJson.Read(json, nameof(json));
        return Add(new Stub { Resource = _ => written });
    }

    /// <summary>Responds with an error of a type, with the status that goes with the type.</summary>
    /// <param name="type">
    /// The error's type, sent unchanged. Stripe itself sends <c>invalid_request_error</c> with 401, 403 and 429: specify the status
    /// to get that.
    /// </param>
    /// <param name="code">The error's code, such as <c>account_invalid</c>; null: none.</param>
    /// <param name="param">The parameter that the error is about; null: none.</param>
    /// <param name="message">The error's message; null: a message that says that a test stubbed the error.</param>
    /// <param name="declineCode">For a card error, why the card was declined; null: none.</param>
    /// <param name="retryAfter">The value of <c>Retry-After</c>, rounded up to whole seconds; null: no such header.</param>
    /// <exception cref="ArgumentException">
    /// The type is not one of Stripe's, or its status is not known: specify the status then.
    /// </exception>
    public StandInStubs<TResource> FailWith(
        StripeEnum<StripeErrorType> type,
        string? code = null,
        string? param = null,
        string? message = null,
        string? declineCode = null,
        TimeSpan? retryAfter = null)
        => FailWith((HttpStatusCode)ErrorStatuses.StatusOf(type), type, code, param, message, declineCode, retryAfter);

    /// <summary>Responds with an error.</summary>
    /// <param name="status">The HTTP status, from 300 to 599.</param>
    /// <param name="type">The error's type; null: the type of Stripe's errors with this status.</param>
    /// <param name="code">The error's code, such as <c>account_invalid</c>; null: the code that goes with the status, if any.</param>
    /// <param name="param">The parameter that the error is about; null: none.</param>
    /// <param name="message">The error's message; null: a message that says that a test stubbed the error.</param>
    /// <param name="declineCode">For a card error, why the card was declined; null: none.</param>
    /// <param name="retryAfter">The value of <c>Retry-After</c>, rounded up to whole seconds; null: no such header.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is not that of an error, or the time is negative.</exception>
    public StandInStubs<TResource> FailWith(
        HttpStatusCode status,
        StripeEnum<StripeErrorType>? type = null,
        string? code = null,
        string? param = null,
        string? message = null,
        string? declineCode = null,
        TimeSpan? retryAfter = null)
        => FailWith(new StubbedError(status)
        {
            Type = type,
            Code = code,
            Param = param,
            Message = message,
            DeclineCode = declineCode,
            RetryAfter = retryAfter,
        });

    /// <summary>Responds with an error that is described in full detail.</summary>
    public StandInStubs<TResource> FailWith(StubbedError error)
    {
        ArgumentNullException.ThrowIfNull(error);

        return Add(new Stub { Error = error.ToApiError() });
    }

    /// <summary>
    /// Drops the connection before the response arrives: in process with an <see cref="HttpRequestException"/>, over HTTP by
    /// closing the connection.
    /// </summary>
    /// <param name="carriedOut">
    /// Whether the request is carried out first. If it is, a repetition with the same idempotency key gets the lost response, with
    /// <c>Idempotent-Replayed: true</c>.
    /// </param>
    public StandInStubs<TResource> Drop(bool carriedOut = false)
        => Add(new Stub { DropsRequest = !carriedOut, DropsResponse = carriedOut });

    /// <summary>
    /// Carries out the request as usual, after a delay. During the delay, its idempotency key is in use even if the caller has given
    /// up: as at Stripe, a repetition gets a 409, and after the delay the response.
    /// </summary>
    /// <param name="delay">The delay on <see cref="StripeStandInOptions.TimeProvider"/>; positive, at most 24 days.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is out of range.</exception>
    public StandInStubs<TResource> Delay(TimeSpan delay) => Add(new Stub { Delay = Check(delay) });

    /// <summary>Delays the response of the last stub: <c>FailWith(…).After(…)</c> is a late error.</summary>
    /// <param name="delay">The delay on <see cref="StripeStandInOptions.TimeProvider"/>; positive, at most 24 days.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is out of range.</exception>
    /// <exception cref="InvalidOperationException">There is no stub, or it has been used up already.</exception>
    public StandInStubs<TResource> After(TimeSpan delay)
    {
        _queue.Delay(Check(delay));
        return this;
    }

    /// <summary>Sets the number of requests that the last stub is for.</summary>
    /// <param name="count">The number of requests; positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive.</exception>
    /// <exception cref="InvalidOperationException">There is no stub, or it has been used up already.</exception>
    public StandInStubs<TResource> Times(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);

        _queue.Repeat(count);
        return this;
    }

    /// <summary>Uses the last stub for all following requests. No other stub can follow it.</summary>
    /// <exception cref="InvalidOperationException">There is no stub, or it has been used up already.</exception>
    public StandInStubs<TResource> Always()
    {
        _queue.Repeat(times: null);
        return this;
    }

    private static TimeSpan Check(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(delay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay, s_maximumDelay);
        return delay;
    }

    [RequiresUnreferencedCode(NeedsReflection)]
    private WrittenResource Write(TResource resource, string parameter)
    {
        try
        {
            return ResourceSerializer.Write(resource, _operation.Response);
        }
        catch (UnwritableValueException exception)
        {
            throw new ArgumentException(exception.Message, parameter, exception);
        }
    }

    private StandInStubs<TResource> Add(Stub stub)
    {
        _queue.Add(stub);
        return this;
    }
}
