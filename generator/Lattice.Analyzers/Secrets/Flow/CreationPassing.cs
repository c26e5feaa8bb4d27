using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Secrets.Flow;

/// <summary>
/// Which objects hold what their constructor gets. A class of the app is not one of them: it may hash or encrypt the text.
/// </summary>
internal static class CreationPassing
{
    public static Traces Pass(IObjectCreationOperation creation, SecretFlow flow)
    {
        if (creation.Type is not { } type)
        {
            return Traces.None;
        }

        Traces opened = FilePassing.Pass(creation, flow);
        Traces arguments = TextPassing.Union(creation.Arguments, flow);
        if (arguments.IsEmpty)
        {
            return opened;
        }

        switch (type.GetFullName())
        {
            case "System.String" or "System.Text.StringBuilder" or "System.Uri" or "System.UriBuilder" or "System.IO.StringWriter"
                or "Microsoft.Extensions.Primitives.StringValues" or "Microsoft.AspNetCore.Http.QueryString":
                return arguments.InText();
            case "System.Diagnostics.ActivityEvent" or "System.Diagnostics.ActivityLink" or "System.Diagnostics.Metrics.Measurement":
                return arguments.Within(TracePath.AnyElement);
            case "System.Tuple" or "System.ValueTuple" or "System.Collections.Generic.KeyValuePair":
                return GetMembers(creation.Arguments, type, flow);
            default:
                return opened.Union(TextPassing.IsCollection(type) ? arguments
                    : type is INamedTypeSymbol { IsRecord: true } ? GetMembers(creation.Arguments, type, flow)
                    : Traces.None);
        }
    }

    /// <summary>The traces of an object that has each argument in the member that is named like the parameter.</summary>
    public static Traces GetMembers(IEnumerable<IArgumentOperation> arguments, ITypeSymbol type, SecretFlow flow)
    {
        Traces traces = Traces.None;
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter?.Name is { Length: > 0 } parameter)
            {
                string member = char.ToUpperInvariant(parameter[0]) + parameter.Substring(1);
                traces = traces.Union(flow.GetArgument(argument).Within(TracePath.Member(type, member)));
            }
        }

        return traces;
    }
}
