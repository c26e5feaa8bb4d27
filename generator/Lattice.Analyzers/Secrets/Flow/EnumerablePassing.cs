using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Secrets.Flow;

/// <summary>What LINQ's methods return.</summary>
internal static class EnumerablePassing
{
    public static Traces Pass(IInvocationOperation call, SecretFlow flow)
    {
        Traces receiver = flow.GetTraces(call.GetReceiver());
        IArgumentOperation[] arguments = [.. call.GetOtherArguments()];
        Traces returned = TextPassing.Union(arguments, flow).OfReturned();
        switch (call.TargetMethod.Name)
        {
            case "Select" or "Zip" or "ToDictionary" or "ToLookup" or "GroupBy" or "Join":
                return returned.Within(TracePath.AnyElement);
            case "SelectMany":
                return returned;
            case "Aggregate":
                return returned;
            case "First" or "FirstOrDefault" or "Last" or "LastOrDefault" or "Single" or "SingleOrDefault" or "ElementAt" or "ElementAtOrDefault"
                or "Max" or "Min" or "MaxBy" or "MinBy":
                return receiver.OfElement(null, call);
            case "Append" or "Prepend":
                return receiver.Union(TextPassing.Union(arguments, flow).Within(TracePath.AnyElement));
            case "Concat" or "Union":
                return receiver.Union(TextPassing.Union(arguments, flow));
            default:
                return receiver;
        }
    }
}
