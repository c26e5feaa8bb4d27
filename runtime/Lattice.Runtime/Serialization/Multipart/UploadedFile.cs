namespace Lattice.Stripe.Serialization.Multipart;

/// <summary>
/// A file of one call: the name of its parameter and how many bytes are sent. The number is fixed at the start, so that all attempts
/// send the same bytes even if the file grows.
/// </summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Upload">The file.</param>
/// <param name="Length">The number of bytes; <see langword="null"/> for a stream that cannot report it.</param>
internal sealed record UploadedFile(string Name, StripeFileUpload Upload, long? Length);
