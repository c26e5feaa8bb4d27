using Lattice.Stripe.Testing.Errors;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Spec;
using Lattice.Stripe.Testing.Stubs;

namespace Lattice.Stripe.Testing.Pipeline;

/// <summary>Carries out a request that was found to be in order, or meets it with what a test has planned for it.</summary>
internal sealed class OperationRunner(TimeProvider clock, HostedPageAddress pages, StubTable scripts, StandInAccountLinks links)
{
    public async Task<ApiResponse> RunAsync(RequestContext context, RouteMatch route, CancellationToken cancellationToken)
    {
        Stub step = scripts.Find(route.Operation)?.TryDequeue(out Stub? planned) == true ? planned : new Stub();
        if (step.Delay > TimeSpan.Zero)
        {
            await Task.Delay(step.Delay, clock, cancellationToken).ConfigureAwait(false);
        }

        if (step.Failure is { } failure)
        {
            return Fail(failure, step.RawBody, context.Request.IsV2);
        }

        if (step.LosesRequest)
        {
            return ApiResponse.Lost;
        }

        byte[] body = step.Body is { } make ? make(context.Received) : MakeResource(context, route);
        links.Note(route.Operation.ApiResponse, body, context.Parameters.Root);
        return new ApiResponse(route.Operation.StatusCode, body) { IsCarriedOut = true, IsLost = step.LosesResponse };
    }

    private static ApiResponse Fail(ApiError failure, (byte[] Text, string ContentType)? raw, bool isV2)
    {
        ApiResponse response = ApiResponse.Of(failure, isV2);
        return raw is var (text, contentType) ? response with { Body = text, ContentType = contentType } : response;
    }

    private byte[] MakeResource(RequestContext context, RouteMatch route)
    {
        ParameterNode sent = context.Parameters.Root.Copy();
        string? subject = SubjectOf(context, route);
        AddPathParameters(route, sent);
        var facts = new ResponseMetadata(
            clock.GetUtcNow(),
            context.Livemode,
            context.Text,
            pages.Address,
            context.Request.Path,
            subject,
            route.Operation.Path.EndsInParameter ? null : context.Request.Path.Split('/')[^1],
            route.Operation.Parameters,
            Expansion.Of(sent));
        return ResourceWriter.Write(route.Operation.ApiResponse, sent, facts);
    }

    /// <summary>The resource in the path, else the first one that a parameter names.</summary>
    private static string? SubjectOf(RequestContext context, RouteMatch route)
        => route.PathParameters.Count > 0
            ? route.PathParameters[^1]
            : context.Parameters.Pairs.Select(pair => pair.Value).FirstOrDefault(IdPrefixes.IsId);

    /// <summary>
    /// What the path names is given back like what the body names: the object that an update is about by its id, one
    /// that the new object belongs to by the parameter's name.
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
