using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using Lattice.Stripe.Testing.Errors;
using Lattice.Stripe.Testing.ResourceSerialization;
using Lattice.Stripe.Testing.Spec;
using Lattice.Stripe.Testing.Stubs;

namespace Lattice.Stripe.Testing;

/// <summary>
/// What the requests of one operation are going to meet with. Each call plans for one request, in the order of the calls;
/// when the plan is used up, the stand-in answers as ever.
/// </summary>
/// <remarks>
/// The plan is for requests that the stand-in would carry out: one that it refuses (for its key, a header or a parameter)
/// uses nothing up, and neither does one that gets the stored answer of its idempotency key. As at Stripe, the key remembers
/// failures too that came of carrying the request out (<see cref="StandInFailure.CarriedOut"/>): a repetition of a 500 is
/// answered by that 500, a repetition of a 429 or a 503 meets with what is planned next. It may be used from several threads
/// at once.
/// </remarks>
/// <typeparam name="TResource">What the operation answers.</typeparam>
/// <example>
/// <code>
/// stripe.On(AccountLink.CreateOperation)
///     .FailWith(HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.FromSeconds(1)).Times(2)
///     .RespondWith(new AccountLink { Url = new SecretString("https://example.com/form") });
/// </code>
/// </example>
public sealed class StandInScript<TResource>
    where TResource : StripeResource
{
    /// <summary>What the timers of .NET can wait, in whole days.</summary>
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromDays(24);

    private readonly Operation _operation;
    private readonly StubQueue _steps;

    internal StandInScript(Operation operation, StubQueue steps)
    {
        _operation = operation;
        _steps = steps;
    }

    /// <summary>Answers with a resource, exactly as it is given: what is not set is not made up.</summary>
    /// <remarks>
    /// The response has <c>Request-Id</c> and the other headers that every response of the stand-in has, so the resource needs
    /// no property by which a client recognizes it.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// The resource cannot be written as the slice describes it; the message says which property and why.
    /// </exception>
    [RequiresUnreferencedCode("The resource is written by reflection over its properties, which trimming may have taken away.")]
    public StandInScript<TResource> RespondWith(TResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);

        byte[] body = Write(resource, nameof(resource));
        return Add(new Stub { Body = _ => body });
    }

    /// <summary>Answers with a resource that is made of the request, exactly as it is given.</summary>
    /// <param name="makeResource">Makes the resource. What it throws reaches the caller of an in-process client.</param>
    /// <remarks>
    /// A resource that cannot be written as the slice describes it is an <see cref="ArgumentException"/> that the request ends
    /// with.
    /// </remarks>
    [RequiresUnreferencedCode("The resource is written by reflection over its properties, which trimming may have taken away.")]
    public StandInScript<TResource> RespondWith(Func<ReceivedRequest, TResource> makeResource)
    {
        ArgumentNullException.ThrowIfNull(makeResource);

        return Add(new Stub { Body = request => Write(makeResource(request), nameof(makeResource)) });
    }

    /// <summary>Answers with an error of this type, with a status that goes with it.</summary>
    /// <param name="type">
    /// The error's type, which is sent as it is named. Stripe itself sends <c>invalid_request_error</c> with 401, 403 and 429:
    /// name the status to get that.
    /// </param>
    /// <param name="code">Its code, such as <c>account_invalid</c>; null: none.</param>
    /// <param name="param">The parameter that it is about; null: none.</param>
    /// <param name="message">Its message; null: one that says that a test planned it.</param>
    /// <param name="declineCode">Of a card error, why the card was declined; null: not said.</param>
    /// <param name="retryAfter">What <c>Retry-After</c> asks for, in whole seconds, rounded up; null: there is no such header.</param>
    /// <exception cref="ArgumentException">
    /// The type is not Stripe's, or one whose status is not known: name the status then.
    /// </exception>
    public StandInScript<TResource> FailWith(
        StripeErrorType type,
        string? code = null,
        string? param = null,
        string? message = null,
        string? declineCode = null,
        TimeSpan? retryAfter = null)
        => FailWith((HttpStatusCode)ErrorStatuses.StatusOf(type), type, code, param, message, declineCode, retryAfter);

    /// <summary>Answers with an error.</summary>
    /// <param name="status">The HTTP status, from 300 up.</param>
    /// <param name="type">The error's type; null: the one that Stripe gives errors of this status.</param>
    /// <param name="code">Its code, such as <c>account_invalid</c>; null: the one that goes with the status, if there is one.</param>
    /// <param name="param">The parameter that it is about; null: none.</param>
    /// <param name="message">Its message; null: one that says that a test planned it.</param>
    /// <param name="declineCode">Of a card error, why the card was declined; null: not said.</param>
    /// <param name="retryAfter">What <c>Retry-After</c> asks for, in whole seconds, rounded up; null: there is no such header.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is that of no error, or the time is negative.</exception>
    public StandInScript<TResource> FailWith(
        HttpStatusCode status,
        StripeErrorType? type = null,
        string? code = null,
        string? param = null,
        string? message = null,
        string? declineCode = null,
        TimeSpan? retryAfter = null)
        => FailWith(new StandInFailure(status)
        {
            Type = type,
            Code = code,
            Param = param,
            Message = message,
            DeclineCode = declineCode,
            RetryAfter = retryAfter,
        });

    /// <summary>Answers with an error that is described in all its details.</summary>
    public StandInScript<TResource> FailWith(StandInFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);

        return Add(new Stub
        {
            Failure = failure.ToApiError(),
            RawBody = failure.RawBody is { } text ? (Encoding.UTF8.GetBytes(text), failure.RawContentType) : null,
        });
    }

    /// <summary>
    /// Drops the connection before a response comes: in process with an <see cref="HttpRequestException"/>, over HTTP by
    /// closing it.
    /// </summary>
    /// <param name="carriedOut">
    /// Whether the request is carried out before: then a repetition with the same idempotency key gets the response that was
    /// lost, with <c>Idempotent-Replayed: true</c>.
    /// </param>
    public StandInScript<TResource> Drop(bool carriedOut = false)
        => Add(new Stub { LosesRequest = !carriedOut, LosesResponse = carriedOut });

    /// <summary>
    /// Carries the request out as ever, but later. Until then its idempotency key is in use, even if the caller has given up:
    /// as at Stripe, a repetition is answered by 409 while it goes on, and by its response afterwards.
    /// </summary>
    /// <param name="delay">How long to wait, on <see cref="StripeStandInOptions.TimeProvider"/>; positive, at most 24 days.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is out of its range.</exception>
    public StandInScript<TResource> Delay(TimeSpan delay) => Add(new Stub { Delay = Check(delay) });

    /// <summary>Lets the last step wait before it answers: <c>FailWith(…).After(…)</c> is an error that comes late.</summary>
    /// <param name="delay">How long to wait, on <see cref="StripeStandInOptions.TimeProvider"/>; positive, at most 24 days.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is out of its range.</exception>
    /// <exception cref="InvalidOperationException">There is no step, or it has been used up already.</exception>
    public StandInScript<TResource> After(TimeSpan delay)
    {
        _steps.Delay(Check(delay));
        return this;
    }

    /// <summary>Repeats the last step, so that it is for several requests in all.</summary>
    /// <param name="count">How many requests; positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive.</exception>
    /// <exception cref="InvalidOperationException">There is no step, or it has been used up already.</exception>
    public StandInScript<TResource> Times(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);

        _steps.Repeat(count);
        return this;
    }

    /// <summary>Repeats the last step for every request from then on. Nothing can be planned behind it.</summary>
    /// <exception cref="InvalidOperationException">There is no step, or it has been used up already.</exception>
    public StandInScript<TResource> Always()
    {
        _steps.Repeat(times: null);
        return this;
    }

    private static TimeSpan Check(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(delay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay, s_longestDelay);
        return delay;
    }

    [RequiresUnreferencedCode("The resource is written by reflection over its properties, which trimming may have taken away.")]
    private byte[] Write(TResource resource, string parameter)
    {
        try
        {
            return ResourceSerializer.Write(resource, _operation.ApiResponse);
        }
        catch (UnwritableValueException problem)
        {
            throw new ArgumentException(problem.Message, parameter, problem);
        }
    }

    private StandInScript<TResource> Add(Stub step)
    {
        _steps.Add(step);
        return this;
    }
}
