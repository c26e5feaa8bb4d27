using System.Runtime.CompilerServices;
using Lattice.Stripe.Pipeline;

namespace Lattice.Stripe;

/// <summary>Reads all pages of a list. The generated methods <c>ListAllAsync</c> and <c>SearchAllAsync</c> call it.</summary>
public static class StripePages
{
    /// <summary>
    /// Returns the elements of all pages of a list, and requests each page when its first element is needed. It holds one page at a time.
    /// </summary>
    /// <remarks>
    /// With the parameter <c>ending_before</c> it goes backward: the element right before that one comes first.
    /// </remarks>
    /// <typeparam name="TParams">The type of the parameters.</typeparam>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="operation">The operation that returns a page, such as <c>Account.ListOperation</c>.</param>
    /// <param name="getId">
    /// Gets the id of an element, after which the next page starts; <see langword="null"/> for a list whose pages name the next one.
    /// </param>
    /// <param name="client">The client that sends the requests.</param>
    /// <param name="path">The values for the <c>{placeholders}</c> of the route, in the order of the route.</param>
    /// <param name="parameters">The parameters of each request, as they are now; <see langword="null"/> to send none.</param>
    /// <param name="options">The options of each call, which override those of the client.</param>
    /// <param name="cancellationToken">Cancels the request for a page. The elements of the page before it were returned.</param>
    /// <param name="start">The page to start with; <see langword="null"/> for the one that the parameters say.</param>
    /// <returns>The elements. The first request is sent when they are enumerated.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="operation"/> or <paramref name="client"/> is null.</exception>
    /// <exception cref="StripePageException">While the elements are enumerated: the request for a page failed.</exception>
    /// <exception cref="StripeCanceledException">While the elements are enumerated: a token was canceled.</exception>
    public static IAsyncEnumerable<T> ReadAllAsync<TParams, T>(
        StripeOperation<TParams, StripeList<T>> operation,
        Func<T, string?>? getId,
        IStripeClient client,
        PathParameters path,
        TParams? parameters,
        StripeRequestOptions? options,
        CancellationToken cancellationToken,
        StripePage? start = null)
        where TParams : StripeParams
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(client);
        var request = new StripeRequest<TParams, StripeList<T>>(operation)
        {
            PathParameters = path,
            Parameters = (TParams?)parameters?.Copy(),
            Options = options is null ? null : new StripeRequestOptions(options),
            Page = start,
        };
        return EnumerateAsync(client, request, new PageOrder<T>(getId, IsBackward(request.Parameters, options, start)), cancellationToken);
    }

    private static async IAsyncEnumerable<T> EnumerateAsync<TParams, T>(
        IStripeClient client,
        StripeRequest<TParams, StripeList<T>> request,
        PageOrder<T> order,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TParams : StripeParams
    {
        long elements = 0;
        for (int number = 1; ; number++)
        {
            StripeResult<StripeList<T>> result = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (!result.IsSuccess && result.Error is { } error)
            {
                throw new StripePageException(error, result.Response, request.Page, number, elements);
            }

            StripeList<T> page = result.GetValueOrThrow();
            StripePage? next = order.FindNext(
                page, request.Page, request.Operation.Description.Route, request.PathParameters, out string? fault);
            foreach (T element in order.GetElements(page))
            {
                yield return element;
            }

            elements += page.Data.Count;
            if (fault is not null)
            {
                throw new StripePageException(
                    PageOrder.CreateError(fault, result.Response), result.Response, request.Page, number + 1, elements);
            }

            if (next is null)
            {
                yield break;
            }

            request = request with { Page = next };
        }
    }

    private static bool IsBackward(StripeParams? parameters, StripeRequestOptions? options, StripePage? start)
    {
        if (start is not null)
        {
            return start.Name == "ending_before";
        }

        List<string> names = parameters?.GetNames() ?? [];
        names.AddRange(options?.GetExtraParameters()?.Keys ?? []);
        return names.Contains("ending_before") && !names.Contains("starting_after");
    }
}
