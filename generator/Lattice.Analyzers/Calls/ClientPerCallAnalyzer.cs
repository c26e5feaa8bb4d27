using System.Collections.Immutable;
using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Calls;

/// <summary>LAT1009: a client is created where code runs for each call or each request, and is not kept.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp, LanguageNames.VisualBasic)]
public sealed class ClientPerCallAnalyzer : StripeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.ClientPerCall);

    private protected override void Register(CompilationStartAnalysisContext context, StripeTypes types)
    {
        // A test has a client of its own, so that tests do not share state.
        if (TestProject.IsTestProject(context.Compilation, context.Options.AnalyzerConfigOptionsProvider))
        {
            return;
        }

        IMethodSymbol? entryPoint = context.Compilation.GetEntryPoint(context.CancellationToken);
        context.RegisterOperationAction(
            operation => Analyze(operation, types, entryPoint), OperationKind.ObjectCreation);
    }

    private static void Analyze(OperationAnalysisContext context, StripeTypes types, IMethodSymbol? entryPoint)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (!SymbolEqualityComparer.Default.Equals(creation.Type, types.ConcreteClient)
            || context.ContainingSymbol is not IMethodSymbol method
            || method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor)
        {
            return;
        }

        IOperation? function = ExecutionOrder.GetFunction(creation);
        bool isEntryPoint = function is null && SymbolEqualityComparer.Default.Equals(method, entryPoint);
        bool runsOften = FindLoop(creation, function) is { } loop
            ? !UsesVariableOf(creation, loop)
            : !isEntryPoint && !IsForOneCaller(creation);
        bool isKept = !RequestHandlers.IsRegisteredFactory(function)
            && ClientUses.IsKept(creation, types, RequestHandlers.IsHandler(function, method));
        if (runsOften && !isKept)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.ClientPerCall, creation.Syntax.GetLocation()));
        }
    }

    private static ILoopOperation? FindLoop(IOperation creation, IOperation? function)
    {
        IOperation? current = creation.Parent;
        while (current is not null && current != function && current is not ILoopOperation)
        {
            current = current.Parent;
        }

        return current as ILoopOperation;
    }

    /// <summary>Whether each iteration has a client of its own, such as that of a tenant.</summary>
    private static bool UsesVariableOf(IObjectCreationOperation creation, ILoopOperation loop) => creation.Descendants()
        .OfType<ILocalReferenceOperation>()
        .Any(reference => reference.Local.DeclaringSyntaxReferences.Any(declaration => loop.Syntax.Span.Contains(declaration.Span)));

    /// <summary>
    /// Whether the client is that of a caller or a tenant: what it is created from comes in as an argument, and is no service of the app.
    /// </summary>
    private static bool IsForOneCaller(IObjectCreationOperation creation) => creation.Descendants()
        .OfType<IParameterReferenceOperation>()
        .Any(reference => !IsService(reference.Parameter.Type));

    private static bool IsService(ITypeSymbol type)
    {
        string name = type.ContainingNamespace?.ToDisplayString() ?? "";
        return name.StartsWith("Microsoft.", StringComparison.Ordinal)
            || name.StartsWith("System.Net.Http", StringComparison.Ordinal)
            || type.Name is nameof(IServiceProvider) or "TimeProvider";
    }
}
