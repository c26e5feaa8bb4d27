using System.Diagnostics.CodeAnalysis;
using System.Net;
using Lattice.Stripe.Testing.Answers;
using Lattice.Stripe.Testing.GivenResources;
using Lattice.Stripe.Testing.Scripting;
using Lattice.Stripe.Testing.Slices;

namespace Lattice.Stripe.Testing;

/// <summary>
/// What the requests of one operation are going to meet with. Each call plans for one request, in the order of the calls;
/// when the plan is used up, the stand-in answers as ever.
/// </summary>
/// <remarks>
/// The plan is for requests that the stand-in would carry out: one that it refuses (for its key, a header or a parameter)
/// uses nothing up, and neither does one that gets the stored answer of its idempotency key. Failures and dropped requests
/// count as not carried out, so that the same key may be used again and meets with what is planned next. It may be used
/// from several threads at once.
/// </remarks>
/// <typeparam name="TResource">What the operation answers.</typeparam>
/// <example>
/// <code>
/// stripe.On(AccountLink.CreateOperation)
///     .FailWith(StripeErrorType.RateLimitError, retryAfter: TimeSpan.FromSeconds(1)).Times(2)
///     .RespondWith(new AccountLink { Url = new SecretString("https://example.com/form") });
/// </code>
/// </example>
public sealed class StandInScript<TResource>
    where TResource : StripeResource
{
    /// <summary>What the timers of .NET can wait, in whole days.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(24);

    private readonly Operation _operation;
    private readonly StepQueue _steps;

    internal StandInScript(Operation operation, StepQueue steps)
    {
        _operation = operation;
        _steps = steps;
    }

    /// <summary>Answers with a resource, exactly as it is given: what is not set is not made up.</summary>
    /// <exception cref="ArgumentException">
    /// The resource cannot be written as the slice describes it; the message says which property and why.
    /// </exception>
    [RequiresUnreferencedCode("The resource is written by reflection over its properties, which trimming may have taken away.")]
    public StandInScript<TResource> RespondWith(TResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);

        try
        {
            return Add(new Step { Body = GivenResource.Write(resource, _operation.Answer) });
        }
        catch (UnwritableValueException problem)
        {
            throw new ArgumentException(problem.Message, nameof(resource), problem);
        }
    }

    /// <summary>Answers with an error, with the status that Stripe gives errors of this type.</summary>
    /// <param name="type">The error's type.</param>
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
        => FailWith((HttpStatusCode)PlannedError.StatusOf(type), type, code, param, message, declineCode, retryAfter);

    /// <summary>Answers with an error.</summary>
    /// <param name="status">The HTTP status, from 300 up.</param>
    /// <param name="type">The error's type; null: the one that the status stands for.</param>
    /// <param name="code">Its code, such as <c>account_invalid</c>; null: none.</param>
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
    {
        ArgumentOutOfRangeException.ThrowIfLessThan((int)status, 300, nameof(status));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)status, 599, nameof(status));
        ArgumentOutOfRangeException.ThrowIfLessThan(retryAfter ?? TimeSpan.Zero, TimeSpan.Zero, nameof(retryAfter));

        StripeErrorType shown = type ?? PlannedError.TypeOf((int)status);
        return Add(new Step
        {
            Failure = new Refusal((int)status, message ?? $"A test planned this error ({shown}).", code, param)
            {
                Type = shown.Value,
                DeclineCode = declineCode,
                RetryAfter = retryAfter,
            },
        });
    }

    /// <summary>
    /// Drops the connection before an answer comes: in process with an <see cref="HttpRequestException"/>, over HTTP by
    /// closing it.
    /// </summary>
    /// <param name="carriedOut">
    /// Whether the request is carried out before: then a repetition with the same idempotency key gets the answer that was
    /// lost, with <c>Idempotent-Replayed: true</c>.
    /// </param>
    public StandInScript<TResource> Drop(bool carriedOut = false)
        => Add(new Step { LosesRequest = !carriedOut, LosesAnswer = carriedOut });

    /// <summary>
    /// Carries the request out as ever, but later. Until then its idempotency key is in use; a caller who gives up before
    /// that has not had it carried out.
    /// </summary>
    /// <param name="delay">How long to wait, on <see cref="StripeStandInOptions.TimeProvider"/>; positive, at most 24 days.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is out of its range.</exception>
    public StandInScript<TResource> Delay(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(delay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay, LongestDelay);

        return Add(new Step { Delay = delay });
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

    private StandInScript<TResource> Add(Step step)
    {
        _steps.Add(step);
        return this;
    }
}
