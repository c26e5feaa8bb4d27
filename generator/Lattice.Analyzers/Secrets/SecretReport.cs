using System.Collections.Immutable;
using Lattice.Analyzers.Operations;
using Lattice.Analyzers.Secrets.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Lattice.Analyzers.Secrets;

/// <summary>The diagnostics of one method: each expression that brings a secret somewhere is reported once.</summary>
internal sealed class SecretReport(Action<Diagnostic> report)
{
    /// <summary>The key of what a fix may replace: <see cref="Call"/> or <see cref="Variable"/>. Without it there is no fix.</summary>
    internal const string Replace = "Replace";

    /// <summary>The call of <c>Reveal()</c>, at the additional location.</summary>
    internal const string Call = "Call";

    /// <summary>The variable at the location, which has the text as revealed at the additional location.</summary>
    internal const string Variable = "Variable";

    /// <summary>The key of a value that is present if the place keeps the text, so that <c>[redacted]</c> is of no use there.</summary>
    internal const string Keeps = "Keeps";

    private readonly HashSet<TextSpan> _reported = [];

    /// <summary>Reports a trace.</summary>
    /// <param name="trace">Where the secret comes from, and the expression that has it.</param>
    /// <param name="traces">All that is known about the same value.</param>
    /// <param name="method">The method under analysis.</param>
    /// <param name="create">Creates the diagnostic from its location, the additional one, and its properties.</param>
    public void Add(
        Trace trace,
        Traces traces,
        IOperation method,
        Func<Location, Location[], ImmutableDictionary<string, string?>, Diagnostic> create)
    {
        // Visual Basic returns the value that is assigned to the name of a function at its end, which is no place to report.
        SyntaxNode leaf = (trace.Leaf.IsImplicit ? trace.Source : trace.Leaf).Syntax;
        if (_reported.Add(leaf.Span))
        {
            string? replace = FindReplaced(trace, traces, method);
            ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
            report(create(
                leaf.GetLocation(),
                [trace.Source.Syntax.GetLocation()],
                replace is null ? properties : properties.Add(Replace, replace)));
        }
    }

    private static string? FindReplaced(Trace trace, Traces traces, IOperation method)
    {
        if (ReferenceEquals(trace.Leaf, trace.Source))
        {
            return trace.Source is IInvocationOperation ? Call : null;
        }

        // With several sources, replacing one would be wrong on the other paths.
        if (trace.Leaf is not ILocalReferenceOperation { Local: var local }
            || traces.Items.Any(other => ReferenceEquals(other.Leaf, trace.Leaf) && !ReferenceEquals(other.Source, trace.Source)))
        {
            return null;
        }

        var locals = Locals.Of(method);
        return locals.CountAssignments(local) != 1 ? null
            : trace.IsWhole && trace.Path.Length == 0 ? IsStable(trace.Source, locals) ? Variable : null
            : locals.GetReads(local).Count == 1 ? Call
            : null;
    }

    /// <summary>Whether the secret can be read again, with the same result, where the text is used.</summary>
    private static bool IsStable(IOperation source, Locals locals)
    {
        IOperation? current = (source as IInvocationOperation)?.Instance;
        while (current is IPropertyReferenceOperation or IFieldReferenceOperation)
        {
            current = ((IMemberReferenceOperation)current).Instance;
            if (current is null)
            {
                return false;
            }
        }

        return current switch
        {
            IInstanceReferenceOperation => true,
            ILocalReferenceOperation local => locals.CountAssignments(local.Local) <= 1,
            IParameterReferenceOperation parameter => locals.CountAssignments(parameter.Parameter) == 0,
            _ => false,
        };
    }
}
