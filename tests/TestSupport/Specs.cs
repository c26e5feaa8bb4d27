namespace Lattice.TestSupport;

/// <summary>Stripe's own specifications, which are test data and no part of this repository.</summary>
public static class Specs
{
    private const string Variable = "LATTICE_SPECS";

    public static bool AreThere => Folder is not null;

    /// <summary>The full specification of the API version 2023-08-16.</summary>
    public static string Full => Get("stripe-2023-09-12.spec3.json");

    /// <summary>The facts of 19 creates of the API version 2026-09-30.endive, without descriptions.</summary>
    public static string Facts => Get("stripe-2026-09-30.facts.json");

    /// <summary>The facts of the whole API version 2026-10-28.endive, v1 and v2, without descriptions.</summary>
    public static string Today => Get("stripe-2026-10-28.facts.json");

    private static string? Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;

    private static string Get(string file)
    {
        string path = Path.Combine(Folder!, file);
        return File.Exists(path) ? path : throw new FileNotFoundException($"{Variable} names a folder without {file}.", path);
    }

    /// <summary>A test that needs them; skipped with the reason where they are not.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class FactAttribute : Xunit.FactAttribute
    {
        public FactAttribute()
        {
            if (!AreThere)
            {
                Skip = $"Needs Stripe's specifications: set {Variable} to a folder that holds them. Stripe publishes them as openapi/spec3.json in its repository 'openapi' on GitHub.";
            }
        }
    }
}
