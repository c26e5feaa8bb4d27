namespace Lattice.Slice.Specifications;

/// <summary>How long a download may take.</summary>
/// <param name="Silence">How long the server may send nothing.</param>
/// <param name="Total">How long all of it may take.</param>
internal sealed record DownloadLimits(TimeSpan Silence, TimeSpan Total)
{
    /// <summary>A minute of silence, and ten minutes in all: enough for Stripe's document over a slow connection.</summary>
    public static readonly DownloadLimits Default = new(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10));
}
