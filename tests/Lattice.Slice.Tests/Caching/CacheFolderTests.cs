using Lattice.Slice.Caching;

namespace Lattice.Slice.Tests.Caching;

/// <summary>The location of the cache.</summary>
public class CacheFolderTests
{
    private static readonly string s_root = Path.GetPathRoot(Environment.CurrentDirectory)!;
    private static readonly string s_home = Path.Combine(s_root, "home", "me");

    [Fact]
    public void A_variable_overrides_the_location() =>
        Assert.Equal(Path.GetFullPath("here"), Find(new() { ["LATTICE_CACHE"] = "here", ["XDG_CACHE_HOME"] = s_root }));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void An_empty_variable_does_not_count(string value) => Assert.Equal(Find([]), Find(new() { ["LATTICE_CACHE"] = value }));

    [Fact]
    public void The_default_is_the_folder_for_caches_of_the_system()
    {
        string caches = OperatingSystem.IsWindows() ? Path.Combine(s_home, "LocalApplicationData")
            : OperatingSystem.IsMacOS() ? Path.Combine(s_home, "Library/Caches")
            : Path.Combine(s_home, ".cache");

        Assert.Equal(Path.Combine(caches, "lattice"), Find([]));
    }

    [Fact]
    public void The_variable_of_the_XDG_specification_counts_on_Linux_if_it_is_absolute()
    {
        string? set = Find(new() { ["XDG_CACHE_HOME"] = Path.Combine(s_root, "caches") });

        Assert.Equal(OperatingSystem.IsLinux() ? Path.Combine(s_root, "caches", "lattice") : Find([]), set);
        Assert.Equal(Find([]), Find(new() { ["XDG_CACHE_HOME"] = "caches" }));
        Assert.Equal(Find([]), Find(new() { ["XDG_CACHE_HOME"] = "" }));
    }

    [Fact]
    public void A_user_without_a_folder_has_no_cache() => Assert.Null(CacheFolder.Find(_ => null, _ => ""));

    private static string? Find(Dictionary<string, string> variables) => CacheFolder.Find(
        variables.GetValueOrDefault,
        folder => folder == Environment.SpecialFolder.UserProfile ? s_home : Path.Combine(s_home, folder.ToString()));
}
