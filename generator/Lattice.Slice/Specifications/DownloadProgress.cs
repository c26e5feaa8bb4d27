using System.Globalization;

namespace Lattice.Slice.Specifications;

/// <summary>Describes how far a download is.</summary>
internal static class DownloadProgress
{
    /// <param name="host">The server.</param>
    /// <param name="read">The bytes that were received.</param>
    /// <param name="total">The bytes of the document, if they are known.</param>
    public static string Describe(string host, long read, long? total) => total is > 0
        ? $"Downloading from {host}: {Megabytes(read)} of {Megabytes(total.Value)} MB ({100 * read / total}%)"
        : $"Downloading from {host}: {Megabytes(read)} MB";

    private static string Megabytes(long bytes) => (bytes / 1_000_000.0).ToString("0.0", CultureInfo.InvariantCulture);
}
