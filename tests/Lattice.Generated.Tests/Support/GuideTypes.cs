using Lattice.TestSupport.Documentation;

namespace Lattice.Stripe.Tests.Support;

/// <summary>The classes in the examples of a page.</summary>
internal static class GuideTypes
{
    /// <summary>Creates an object of a class that a page declares.</summary>
    /// <param name="page">The page's path in the repository.</param>
    /// <param name="name">The name of the class.</param>
    /// <param name="arguments">The arguments of its constructor.</param>
    public static object Create(string page, string name, params object[] arguments) =>
        Activator.CreateInstance(Find(page, name), arguments)!;

    /// <summary>Compiles the first example that declares a class.</summary>
    public static Type Find(string page, string name) => LoadedExample.Load(CodeExample.All.First(example =>
        example.Page == page && example.Code.Contains($" class {name}", StringComparison.Ordinal))).Assembly.GetType(name)!;
}
