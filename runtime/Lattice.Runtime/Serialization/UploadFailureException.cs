namespace Lattice.Stripe.Serialization;

/// <summary>The caller's own stream failed while it was sent. The connection is not to blame, and repeating would not help.</summary>
internal sealed class UploadFailureException(string parameter, string reason, bool isOfFirstRead, Exception? inner) : IOException(
    $"The file of the parameter '{parameter}' could not be sent whole: {reason}.", inner)
{
    /// <summary>
    /// Whether the request's content was being read for the first time in its attempt. If not, an earlier reading may have
    /// reached the server: .NET repeats a request itself when a connection that it reused was closed.
    /// </summary>
    public bool IsOfFirstRead => isOfFirstRead;
}
