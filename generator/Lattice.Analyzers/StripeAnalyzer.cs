using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Lattice.Analyzers;

/// <summary>
/// The base class of the analyzers: each runs only in a compilation that uses Lattice.Runtime, and ignores generated code.
/// </summary>
public abstract class StripeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        if (context is null)
        {
            throw new ArgumentNullException(nameof(context));
        }

        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (StripeTypes.Find(start.Compilation) is { } types)
            {
                Register(start, types);
            }
        });
    }

    private protected abstract void Register(CompilationStartAnalysisContext context, StripeTypes types);
}
