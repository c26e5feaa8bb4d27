namespace Lattice.Fuzz.Configuration;

/// <summary>What the tool uses besides its files.</summary>
internal static class ToolEnvironment
{
    /// <summary>Keeps the tool away from the cache of this machine and from the network.</summary>
    public static void Isolate()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("lattice-cache-");
        Environment.SetEnvironmentVariable("LATTICE_CACHE", folder.FullName);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);

        // A mutated configuration may name any URL. Nothing listens at this port, so a download fails at once.
        Environment.SetEnvironmentVariable("ALL_PROXY", "http://127.0.0.1:9");
        Environment.SetEnvironmentVariable("HTTP_PROXY", "http://127.0.0.1:9");
        Environment.SetEnvironmentVariable("HTTPS_PROXY", "http://127.0.0.1:9");
        Environment.SetEnvironmentVariable("NO_PROXY", "");
    }
}
