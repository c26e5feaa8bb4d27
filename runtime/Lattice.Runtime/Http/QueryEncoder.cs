using System.Text;
using Lattice.Stripe.Buffers;
using Lattice.Stripe.Serialization.Form;

namespace Lattice.Stripe.Http;

/// <summary>Adds parameters to an address.</summary>
/// <inheritdoc cref="QueryEncoder.AddTo"/>
internal delegate Uri AddQuery(Uri address, StripeParams? parameters, IReadOnlyDictionary<string, string>? extra, StripePage? page);

/// <summary>Encodes the query of a call.</summary>
internal static class QueryEncoder
{
    /// <summary>Adds the parameters of a call to its address.</summary>
    /// <param name="address">The address of the operation, without a query.</param>
    /// <param name="parameters">The parameters; <see langword="null"/> if there are none.</param>
    /// <param name="extra">The extra parameters of the options.</param>
    /// <param name="page">The page of a list. It replaces the parameters for a page.</param>
    /// <exception cref="ArgumentException">An extra parameter has a malformed name or is set already, or the query is too long.</exception>
    public static Uri AddTo(Uri address, StripeParams? parameters, IReadOnlyDictionary<string, string>? extra, StripePage? page)
    {
        string query = page?.Query ?? Encode(parameters, extra);
        if (page is { Query: null })
        {
            query = Replace(query, page);
        }

        if (query.Length == 0)
        {
            return address;
        }

        // The query is sent exactly as it was encoded. The path before it was checked.
        return Uri.TryCreate(
            address.AbsoluteUri + "?" + query,
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true },
            out Uri? result)
            ? result
            : throw new ArgumentException($"The parameters are too long for a query: {query.Length} characters.", nameof(parameters));
    }

    /// <summary>Replaces the parameters for a page.</summary>
    private static string Replace(string query, StripePage page)
    {
        IEnumerable<string> others = query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(parameter => !page.Replaces(parameter.AsSpan(0, parameter.IndexOf('=', StringComparison.Ordinal))));
        return string.Join('&', others.Append(Encode(null, new Dictionary<string, string> { [page.Name] = page.Value })));
    }

    private static string Encode(StripeParams? parameters, IReadOnlyDictionary<string, string>? extra)
    {
        if (parameters is not (null or FormParams))
        {
            throw new ArgumentException("The parameters of this type are for a JSON body. They cannot be sent in a query.", nameof(parameters));
        }

        PooledBytes bytes = FormBody.Encode((FormParams?)parameters, extra);
        string query = Encoding.ASCII.GetString(bytes.Span);
        bytes.Dispose();
        return query;
    }
}
