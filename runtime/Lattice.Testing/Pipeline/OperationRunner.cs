using Lattice.Stripe.Testing.Operations;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Spec;
using Lattice.Stripe.Testing.Storage;
using Lattice.Stripe.Testing.Stubs;

namespace Lattice.Stripe.Testing.Pipeline;

/// <summary>Carries out a valid request, or applies the stub that a test queued for it.</summary>
internal sealed class OperationRunner(
    StripeStandInOptions options,
    StripeSlice slice,
    HostedPageAddress pages,
    StubTable stubs,
    ObjectStore store,
    StandInAccountLinks links,
    ChangePublisher publisher,
    MeterEventSessions sessions)
{
    private readonly ObjectMemory _memory = new(store);

    /// <summary>Rejects the request if its stub stands for something that happens before Stripe looks at the idempotency key.</summary>
    /// <returns>The response; null if the request goes on.</returns>
    public async Task<ApiResponse?> RejectAsync(RequestContext context, RouteMatch route, CancellationToken cancellationToken)
    {
        if (stubs.Dequeue(route.Operation, stub => stub.PrecedesIdempotency) is not { } stub)
        {
            return null;
        }

        await DelayAsync(stub, cancellationToken).ConfigureAwait(false);
        return stub.Error is { } error ? ApiResponse.Of(error, context.Request.IsV2) : ApiResponse.Dropped;
    }

    /// <summary>Whether the stub of the next request loses the response. If so, it is used up.</summary>
    public bool LosesResponse(RouteMatch route) => stubs.Dequeue(route.Operation, stub => stub.DropsResponse) is not null;

    public async Task<ApiResponse> RunAsync(RequestContext context, RouteMatch route, CancellationToken cancellationToken)
    {
        Stub stub = stubs.Dequeue(route.Operation, stub => !stub.PrecedesIdempotency) ?? Stub.None;
        await DelayAsync(stub, cancellationToken).ConfigureAwait(false);
        if (stub.Error is { } error)
        {
            return ApiResponse.Of(error, context.Request.IsV2);
        }

        OperationCall call = CreateCall(context, route);
        OperationOutcome outcome = Run(call, stub.Resource?.Invoke(context.Received));
        if (outcome.Error is { } failure)
        {
            // Errors of API v2 name the parameter in their message only.
            return ApiResponse.Of(context.Request.IsV2 ? failure with { Param = null } : failure, context.Request.IsV2);
        }

        links.Add(call, outcome.Resource!.Link);
        sessions.Add(route.Operation.Response, outcome.Resource.Json);
        publisher.Publish(call.Changes, call.Metadata.Text);
        string? file = route.Operation.FileMediaType;
        return new ApiResponse(route.Operation.StatusCode, file is null ? outcome.Resource.Json : SampleFile.Content)
        {
            ContentType = file ?? MediaTypes.Json,
            IsCarriedOut = true,
            IsDropped = stub.DropsResponse,
        };
    }

    private Task DelayAsync(Stub stub, CancellationToken cancellationToken) => stub.Delay > TimeSpan.Zero
        ? Task.Delay(stub.Delay, options.TimeProvider, cancellationToken)
        : Task.CompletedTask;

    private OperationOutcome Run(OperationCall call, WrittenResource? stubbed)
    {
        if (stubbed is null)
        {
            return _memory.Run(call);
        }

        _memory.Keep(call, stubbed);
        return new OperationOutcome(stubbed);
    }

    private OperationCall CreateCall(RequestContext context, RouteMatch route)
    {
        ParameterNode sent = context.Parameters.Root;
        var scope = new ObjectScope(context.Header("Stripe-Account") ?? context.Header("Stripe-Context"), context.Livemode);
        var metadata = new ResponseMetadata(
            options.TimeProvider.GetUtcNow(),
            context.Livemode,
            context.Text,
            pages.Current,
            context.Request.Path,
            SubjectOf(context, route),
            route.Operation.Path.EndsInParameter ? null : context.Request.Path.Split('/')[^1],
            route.Operation.Parameters,
            Expansion.Of(sent),
            new ScopedObjects(store, scope));
        return new OperationCall(
            route.Operation, slice.Routes.Objects, route.PathParameters, sent, context.Request.Query, metadata);
    }

    /// <summary>The resource in the path; otherwise, the first one that a parameter names.</summary>
    private static string? SubjectOf(RequestContext context, RouteMatch route)
        => route.PathParameters.Count > 0
            ? route.PathParameters[^1]
            : context.Parameters.Values.FirstOrDefault(IdPrefixes.IsId);
}
