using System.Collections.Immutable;
using Lattice.Analyzers.Operations;
using Lattice.Analyzers.Secrets.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Secrets;

/// <summary>LAT1005: ASP.NET Core redirects to the text of a secret.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp, LanguageNames.VisualBasic)]
public sealed class LoggedRedirectAnalyzer : StripeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.LoggedRedirect);

    private protected override void Register(CompilationStartAnalysisContext context, StripeTypes types)
    {
        // Nothing redirects without ASP.NET Core.
        if (context.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Http.HttpResponse") is not null)
        {
            string package = context.Compilation.GetTypeByMetadataName("Lattice.Stripe.StripeResults") is null
                ? " of the package Lattice.Stripe.AspNetCore"
                : "";
            SecretBlocks.Register(context, types, includesUnrevealed: false, block =>
                new RedirectSinks(new SecretReport(block.ReportDiagnostic), package));
        }
    }

    private sealed class RedirectSinks(SecretReport report, string package) : ISecretSinks
    {
        public void Visit(IOperation operation, SecretFlow flow)
        {
            switch (operation)
            {
                case IInvocationOperation call when IsRedirect(call.TargetMethod):
                    Check(TextPassing.Union(call.Arguments, flow), flow);
                    break;
                case IObjectCreationOperation creation when IsRedirect(creation.Type):
                    Check(TextPassing.Union(creation.Arguments, flow), flow);
                    break;
            }
        }

        public void VisitAssignment(IOperation target, Traces value, SecretFlow flow)
        {
            if (target is IPropertyReferenceOperation { Property: { Name: "Url", ContainingType: var type } } && IsRedirect(type))
            {
                Check(value, flow);
            }
        }

        public void VisitReturn(IOperation value, SecretFlow flow)
        {
            // What returns a URL does not redirect to it.
        }

        private static bool IsRedirect(IMethodSymbol method)
        {
            IMethodSymbol original = method;
            while (original.OverriddenMethod is { } overridden)
            {
                original = overridden;
            }

            return original.Name switch
            {
                "Redirect" or "LocalRedirect" => original.ContainingType.GetFullName() is "Microsoft.AspNetCore.Http.Results"
                    or "Microsoft.AspNetCore.Http.TypedResults" or "Microsoft.AspNetCore.Http.HttpResponse"
                    or "Microsoft.AspNetCore.Http.ResponseExtensions" || IsController(original.ContainingType),
                "RedirectPermanent" or "RedirectPreserveMethod" or "RedirectPermanentPreserveMethod" or "LocalRedirectPermanent"
                    or "LocalRedirectPreserveMethod" or "LocalRedirectPermanentPreserveMethod" => IsController(original.ContainingType),
                _ => false,
            };
        }

        private static bool IsController(ITypeSymbol type) => type.GetFullName() is "Microsoft.AspNetCore.Mvc.ControllerBase"
            or "Microsoft.AspNetCore.Mvc.RazorPages.PageBase" or "Microsoft.AspNetCore.Mvc.RazorPages.PageModel";

        private static bool IsRedirect(ITypeSymbol? type) =>
            type.Is("Microsoft.AspNetCore.Mvc.RedirectResult") || type.Is("Microsoft.AspNetCore.Mvc.LocalRedirectResult");

        private static bool IsText(Trace trace) => trace.Kind == TraceKind.Text && TracePath.IsVisible(trace.Path, Visibility.Text);

        private void Check(Traces traces, SecretFlow flow)
        {
            foreach (Trace trace in traces.Items.Where(IsText))
            {
                report.Add(trace, traces, flow.Method, (location, additional, properties) =>
                    Diagnostic.Create(Rules.LoggedRedirect, location, additional, properties, package));
            }
        }
    }
}
