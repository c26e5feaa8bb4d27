using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Spec;
using Lattice.Stripe.Testing.Stubs;

namespace Lattice.Stripe.Testing.Pipeline;

/// <summary>Carries out a valid request, or applies the stub that a test queued for it.</summary>
internal sealed class OperationRunner(TimeProvider clock, HostedPageAddress pages, StubTable stubs, StandInAccountLinks links)
{
    public async Task<ApiResponse> RunAsync(RequestContext context, RouteMatch route, CancellationToken cancellationToken)
    {
        Stub stub = stubs.Dequeue(route.Operation) ?? Stub.None;
        if (stub.Delay > TimeSpan.Zero)
        {
            await Task.Delay(stub.Delay, clock, cancellationToken).ConfigureAwait(false);
        }

        if (stub.Error is { } error)
        {
            return ApiResponse.Of(error, context.Request.IsV2);
        }

        if (stub.DropsRequest)
        {
            return ApiResponse.Dropped;
        }

        WrittenResource resource = stub.Resource is { } create ? create(context.Received) : WriteResource(context, route);
        links.Add(route.Operation.Response, resource.Link, context.Parameters.Root);
        return new ApiResponse(route.Operation.StatusCode, resource.Json) { IsCarriedOut = true, IsDropped = stub.DropsResponse };
    }

    private WrittenResource WriteResource(RequestContext context, RouteMatch route)
    {
        ParameterNode sent = context.Parameters.Root.Copy();
        string? subject = SubjectOf(context, route);
        AddPathParameters(route, sent);
        var metadata = new ResponseMetadata(
            clock.GetUtcNow(),
            context.Livemode,
            context.Text,
            pages.Current,
            context.Request.Path,
            subject,
            route.Operation.Path.EndsInParameter ? null : context.Request.Path.Split('/')[^1],
            route.Operation.Parameters,
            Expansion.Of(sent));
        return ResourceWriter.Write(route.Operation.Response, sent, metadata);
    }

    /// <summary>The resource in the path; otherwise, the first one that a parameter names.</summary>
    private static string? SubjectOf(RequestContext context, RouteMatch route)
        => route.PathParameters.Count > 0
            ? route.PathParameters[^1]
            : context.Parameters.Pairs.Select(pair => pair.Value).FirstOrDefault(IdPrefixes.IsId);

    /// <summary>
    /// Adds the parameters of the path to those of the body, so that the resource returns them as well: the id of the object to
    /// update as <c>id</c>, the parent of a new object under the parameter's name.
    /// </summary>
    private static void AddPathParameters(RouteMatch route, ParameterNode sent)
    {
        string[] names = [.. route.Operation.Path.ParameterNames];
        for (int i = 0; i < names.Length; i++)
        {
            bool isOwn = i == names.Length - 1 && route.Operation.Path.EndsInParameter;
            string name = isOwn ? "id" : names[i];
            if ((isOwn || name != "id") && sent.Find(name) is null)
            {
                sent.FindOrAdd(name).Value = route.PathParameters[i];
            }
        }
    }
}
