using System.Text;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Redaction;

namespace Lattice.Stripe.Testing.Pipeline;

/// <summary>
/// The query and the body of a request. They are kept as they were sent, and their parameters are read again when they are needed, because
/// those need many times the memory.
/// </summary>
internal sealed class RequestContent(string query, string? contentType, byte[] body)
{
    private readonly WeakReference<RequestParameters?> _parameters = new(null);

    /// <summary>The memory in bytes.</summary>
    public long Size => body.Length + (query.Length * (long)sizeof(char));

    public RequestParameters Parameters
    {
        get
        {
            if (!_parameters.TryGetTarget(out RequestParameters? read))
            {
                read = RequestParameters.Read(query, contentType, body);
                _parameters.SetTarget(read);
            }

            return read;
        }
    }

    /// <summary>The body without secrets, read as UTF-8.</summary>
    public string GetText() => SecretText.Redact(Encoding.UTF8.GetString(body));
}
