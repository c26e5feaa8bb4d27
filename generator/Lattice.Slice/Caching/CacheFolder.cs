namespace Lattice.Slice.Caching;

/// <summary>The location of the cache.</summary>
internal static class CacheFolder
{
    /// <summary>The environment variable that overrides the location.</summary>
    public const string Variable = "LATTICE_CACHE";

    private const string Name = "lattice";

    /// <summary>The folder, which may not exist; <see langword="null"/> if this user has none.</summary>
    public static string? Find() => Find(Environment.GetEnvironmentVariable, Environment.GetFolderPath);

    /// <param name="getVariable">Gets the value of an environment variable.</param>
    /// <param name="getFolder">Gets the path of a folder of the user, or an empty string if the user has no such folder.</param>
    public static string? Find(Func<string, string?> getVariable, Func<Environment.SpecialFolder, string> getFolder)
    {
        if (getVariable(Variable) is { } chosen && !string.IsNullOrWhiteSpace(chosen))
        {
            return Path.GetFullPath(chosen);
        }

        string home = getFolder(Environment.SpecialFolder.UserProfile);
        string? caches = OperatingSystem.IsWindows() ? getFolder(Environment.SpecialFolder.LocalApplicationData)
            : OperatingSystem.IsMacOS() ? Below(home, "Library/Caches")
            // A relative path is invalid by the XDG Base Directory Specification and must be ignored.
            : getVariable("XDG_CACHE_HOME") is { } cache && Path.IsPathFullyQualified(cache) ? cache
            : Below(home, ".cache");
        return string.IsNullOrEmpty(caches) ? null : Path.Combine(caches, Name);
    }

    private static string? Below(string home, string folder) => home.Length == 0 ? null : Path.Combine(home, folder);
}
