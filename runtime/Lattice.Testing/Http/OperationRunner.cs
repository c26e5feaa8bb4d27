using Lattice.Stripe.Testing.Answers;
using Lattice.Stripe.Testing.HostedPages;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Scripting;
using Lattice.Stripe.Testing.Slices;

namespace Lattice.Stripe.Testing.Http;

/// <summary>Carries out a request that was found to be in order, or meets it with what a test has planned for it.</summary>
internal sealed class OperationRunner(TimeProvider clock, PageFolder pages, ScriptTable scripts, StandInAccountLinks links)
{
    public async Task<Answer> RunAsync(Exchange exchange, RouteMatch route, CancellationToken cancellationToken)
    {
        Step step = scripts.Find(route.Operation)?.TryTake(out Step? planned) == true ? planned : new Step();
        if (step.Delay > TimeSpan.Zero)
            await Task.Delay(step.Delay, clock, cancellationToken).ConfigureAwait(false);

        if (step.Failure is { } failure) return Fail(failure, step.RawBody, exchange.Request.IsV2);
        if (step.LosesRequest) return Answer.Lost;

        byte[] body = step.Body is { } make ? make(exchange.Received) : MakeResource(exchange, route);
        links.Note(route.Operation.Answer, body, exchange.Parameters.Root);
        return new Answer(route.Operation.Status, body) { IsCarriedOut = true, IsLost = step.LosesAnswer };
    }

    private static Answer Fail(Refusal failure, (byte[] Text, string ContentType)? raw, bool isV2)
    {
        Answer answer = Answer.Of(failure, isV2);
        return raw is var (text, contentType) ? answer with { Body = text, ContentType = contentType } : answer;
    }

    private byte[] MakeResource(Exchange exchange, RouteMatch route)
    {
        ParameterNode sent = exchange.Parameters.Root.Copy();
        string? subject = SubjectOf(exchange, route);
        AddPathParameters(route, sent);
        var facts = new AnswerFacts(
            clock.GetUtcNow(),
            exchange.Livemode,
            exchange.Text,
            pages.Address,
            exchange.Request.Path,
            subject,
            route.Operation.Path.EndsInParameter ? null : exchange.Request.Path.Split('/')[^1],
            route.Operation.Parameters,
            Expansion.Of(sent));
        return ResourceWriter.Write(route.Operation.Answer, sent, facts);
    }

    /// <summary>The resource in the path, else the first one that a parameter names.</summary>
    private static string? SubjectOf(Exchange exchange, RouteMatch route)
        => route.PathParameters.Count > 0
            ? route.PathParameters[^1]
            : exchange.Parameters.Pairs.Select(pair => pair.Value).FirstOrDefault(IdPrefixes.IsId);

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
            if ((isOwn || name != "id") && sent.Find(name) is null) sent.FindOrAdd(name).Value = route.PathParameters[i];
        }
    }
}
