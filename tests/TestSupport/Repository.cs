using System.Runtime.CompilerServices;

namespace Lattice.TestSupport;

/// <summary>Where the files of this repository are.</summary>
public static class Repository
{
    /// <summary>The top folder.</summary>
    public static string Root { get; } = FindRoot();

    public static string Slice => Path.Combine(Root, "openapi", "stripe.json");

    private static string FindRoot([CallerFilePath] string path = "")
    {
        // A deterministic build maps source paths to /_/, so the folder of the running test is tried as well.
        foreach (string start in new[] { Path.GetDirectoryName(path)!, AppContext.BaseDirectory })
        {
            for (string? folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
            {
                if (File.Exists(Path.Combine(folder, "Lattice.Generated.sln")))
                {
                    return folder;
                }
            }
        }

        throw new InvalidOperationException("Lattice.Generated.sln is in no folder above the tests.");
    }
}
