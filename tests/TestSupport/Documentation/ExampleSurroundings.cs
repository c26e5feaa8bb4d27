using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lattice.TestSupport.Documentation;

/// <summary>
/// What is around an example: the implicit usings of its project, and a class with the variables that the page around it has introduced.
/// </summary>
public static class ExampleSurroundings
{
    /// <summary>The class whose static fields are the variables.</summary>
    public const string ClassName = "Surroundings";

    // The only names that examples use without declaring them.
    private static readonly Dictionary<string, string> s_variables = new()
    {
        ["client"] = "Lattice.Stripe.IStripeClient",
        ["app"] = "Microsoft.AspNetCore.Builder.WebApplication",
        ["stripeNet"] = "Stripe.StripeClient",
    };

    // By Microsoft.NET.Sdk.
    private static readonly string[] s_consoleUsings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
    ];

    // By Microsoft.NET.Sdk.Web, in addition.
    private static readonly string[] s_webUsings =
    [
        "System.Net.Http.Json", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http",
        "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ];

    // The names by which a reader sees that an example belongs to a web app.
    private static readonly string[] s_webNames = ["app", "WebApplication", "ControllerBase"];

    /// <summary>The second file of the example's project.</summary>
    public static string Of(SyntaxTree example)
    {
        HashSet<string> names =
            [.. example.GetRoot().DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.Text)];
        IEnumerable<string> usings = names.Overlaps(s_webNames) ? s_consoleUsings.Concat(s_webUsings) : s_consoleUsings;
        IEnumerable<string> fields = s_variables.Where(variable => names.Contains(variable.Key))
            .Select(variable => $"public static global::{variable.Value} {variable.Key} = null!;");
        return $$"""
            {{string.Join('\n', usings.Select(name => $"global using {name};"))}}
            global using static {{ClassName}};

            internal static class {{ClassName}}
            {
            {{string.Join('\n', fields)}}
            }
            """;
    }
}
