namespace Lattice.Generator;

/// <summary>The names of the pipeline's stages, by which tests see what an edit re-runs.</summary>
internal static class TrackingNames
{
    public const string SpecFiles = nameof(SpecFiles);
    public const string ReferencedSlices = nameof(ReferencedSlices);
    public const string Runtimes = nameof(Runtimes);
    public const string Model = nameof(Model);
    public const string Buckets = nameof(Buckets);
    public const string Types = nameof(Types);
    public const string Diagnostics = nameof(Diagnostics);
}
