using Lattice.Analyzers.Operations;
using Lattice.Analyzers.Secrets.Flow;
using Lattice.Analyzers.Secrets.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Secrets;

/// <summary>Reports secrets that get to a log or another place that others can read.</summary>
internal sealed class LeakSinks(ISymbol owner, SecretReport report) : ISecretSinks
{
    public static string GetMessage(string? secret, Sink sink)
    {
        string subject = secret is null ? "A secret" : $"The secret '{secret}'";
        return sink.Keeps
            ? $"{subject} is kept in {sink.Place}; pass it directly to the one who needs it"
            : $"{subject} is revealed to {sink.Place}; pass the SecretString itself, which shows [redacted]";
    }

    public void Visit(IOperation operation, SecretFlow flow)
    {
        switch (operation)
        {
            case IInvocationOperation call:
                VisitCall(call, flow);
                break;
            case IObjectCreationOperation creation when creation.Type.Is("System.Exception"):
                foreach (IArgumentOperation argument in creation.Arguments)
                {
                    Check(flow.GetArgument(argument), Sink.Exception, flow);
                }

                break;
        }
    }

    public void VisitAssignment(IOperation target, Traces value, SecretFlow flow)
    {
        if (AssignmentSinks.Find(target, flow) is { } sink)
        {
            Check(value, sink, flow);
        }
    }

    public void VisitReturn(IOperation value, SecretFlow flow)
    {
        Traces traces = flow.GetTraces(value);
        if (traces.IsEmpty)
        {
            return;
        }

        ISymbol member = (owner as IMethodSymbol)?.AssociatedSymbol ?? owner;
        if (member is IMethodSymbol { Name: "ToString", IsStatic: false })
        {
            Check(traces, Sink.ToStringResult, flow);
        }
        else if (DebuggerText.Shows(member))
        {
            Check(traces, Sink.DebuggerText, flow);
        }
    }

    private void VisitCall(IInvocationOperation call, SecretFlow flow)
    {
        if (!call.Arguments.Any(argument => !flow.GetTraces(argument.Value).IsEmpty))
        {
            return;
        }

        if (CallSinks.Find(call, flow) is { } sink)
        {
            foreach (IArgumentOperation argument in call.GetOtherArguments())
            {
                Traces traces = flow.GetArgument(argument);
                Check(argument.Parameter?.Type.TypeKind == TypeKind.Delegate ? traces.OfReturned() : traces, sink, flow);
            }
        }
    }

    private void Check(Traces traces, Sink sink, SecretFlow flow)
    {
        foreach (Trace trace in traces.Items.Where(sink.Gets))
        {
            report.Add(trace, traces, flow.Method, (location, additional, properties) => Diagnostic.Create(
                Rules.RevealedSecret,
                location,
                additional,
                sink.Keeps ? properties.Add(SecretReport.Keeps, sink.Place) : properties,
                GetMessage(SecretName.Find(trace.Source, flow), sink)));
        }
    }
}
