namespace Lattice.Generator.Pipeline;

/// <summary>The names of the pipeline's stages. Tests use them to see which stages an edit runs again.</summary>
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
