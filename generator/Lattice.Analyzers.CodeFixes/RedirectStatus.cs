using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.CodeFixes;

/// <summary>The status of a redirect of ASP.NET Core, as opposed to 303 (See Other), with which a browser always sends a GET.</summary>
internal static class RedirectStatus
{
    /// <summary>What follows the title of a fix if the status matters: browsers treat 302, the usual one, like 303.</summary>
    public static string DescribeChange(IOperation? redirect)
    {
        (string name, IEnumerable<IArgumentOperation> arguments) = redirect switch
        {
            IInvocationOperation call => (call.TargetMethod.Name, call.Arguments),
            IObjectCreationOperation creation => ("", creation.Arguments),
            _ => ("", Enumerable.Empty<IArgumentOperation>()),
        };
        bool? isPermanent = name.Contains("Permanent") ? true : Get(arguments, "permanent");
        bool? preservesMethod = name.Contains("PreserveMethod") ? true : Get(arguments, "preserveMethod");
        return (isPermanent, preservesMethod) switch
        {
            (false, false) => "",
            (true, false) => " (status 303 instead of 301)",
            (false, true) => " (status 303 instead of 307)",
            (true, true) => " (status 303 instead of 308)",
            _ => " (always with status 303)",
        };
    }

    /// <returns><see langword="null"/> if the value is not constant.</returns>
    private static bool? Get(IEnumerable<IArgumentOperation> arguments, string parameter) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter) is { } argument
            ? argument.Value.ConstantValue.Value as bool?
            : false;
}
