namespace Lattice.Stripe.Serialization;

/// <summary>The caller's own stream failed during the upload. The connection did not fail, and a retry would not help.</summary>
internal sealed class UploadFailureException(string parameter, string reason, bool isOfFirstRead, Exception? inner) : IOException(
    $"The file of the parameter '{parameter}' could not be sent completely: {reason}.", inner)
{
    /// <summary>
    /// Whether the content was being read for the first time in its attempt. If not, the server may have received it from an earlier
    /// read: .NET repeats a request itself when a reused connection was closed.
    /// </summary>
    public bool IsOfFirstRead => isOfFirstRead;
}
