using System.Collections.Immutable;
using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Parameters;

/// <summary>LAT1001: an object is sent to Stripe without a parameter that Stripe requires.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp, LanguageNames.VisualBasic)]
public sealed class MissingParameterAnalyzer : StripeAnalyzer
{
    /// <summary>The key of the names of the missing properties, in the properties of a diagnostic, with commas between them.</summary>
    internal const string Missing = "Missing";

    /// <summary>The key of the class that has them: its documentation comment ID.</summary>
    internal const string Type = "Type";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.MissingParameter);

    private protected override void Register(CompilationStartAnalysisContext context, StripeTypes types)
    {
        var schemas = new ParameterSchemas(types);
        context.RegisterOperationAction(
            operation => AnalyzeCreation(operation, (IObjectCreationOperation)operation.Operation, types, schemas),
            OperationKind.ObjectCreation);
        context.RegisterOperationAction(
            operation => AnalyzeCall(operation, (IInvocationOperation)operation.Operation, types, schemas),
            OperationKind.Invocation);
    }

    private static void AnalyzeCreation(
        OperationAnalysisContext context, IObjectCreationOperation creation, StripeTypes types, ParameterSchemas schemas)
    {
        if (!types.IsParams(creation.Type) || schemas.Get(creation.Type as INamedTypeSymbol) is not { Required.Count: > 0 } schema)
        {
            return;
        }

        HashSet<string> set = GetInitialized(creation);
        string[] missing = GetMissing(schema, creation.Type, set.Contains);
        if (missing.Length > 0 && HasOnlyInitializer(creation))
        {
            var flow = ObjectFlow.FromCreation(creation, types);
            HashSet<string> missingInCalls = [.. flow.GetCalls().SelectMany(call => ExtraParameters.Without(
                call.Invocation,
                types,
                creation.Type,
                GetMissing(schema, creation.Type, name => set.Contains(name) || flow.MayBeSet(name, call))))];
            Report(context, GetTypeLocation(creation), creation.Type!.Name, creation.Type, [.. missing.Where(missingInCalls.Contains)]);
        }
    }

    /// <summary>Checks calls without an object.</summary>
    private static void AnalyzeCall(
        OperationAnalysisContext context, IInvocationOperation call, StripeTypes types, ParameterSchemas schemas)
    {
        if (!types.IsOperation(call.TargetMethod))
        {
            return;
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter?.Type is INamedTypeSymbol type
                && types.IsParams(type)
                && schemas.Get(type) is { Required.Count: > 0 } schema
                && ParameterValue.IsUnset(argument.Value))
            {
                string[] missing = GetMissing(schema, type, _ => false);
                Location location = argument.ArgumentKind == ArgumentKind.Explicit
                    ? argument.Value.Syntax.GetLocation()
                    : GetNameLocation(call);
                Report(context, location, "This call", type, [.. ExtraParameters.Without(call, types, type, missing)]);
            }
        }
    }

    private static void Report(
        OperationAnalysisContext context, Location location, string subject, ITypeSymbol type, string[] missing)
    {
        if (missing.Length > 0)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.MissingParameter,
                location,
                ImmutableDictionary<string, string?>.Empty
                    .Add(Missing, string.Join(",", missing))
                    .Add(Type, type.OriginalDefinition.GetDocumentationCommentId()),
                subject,
                missing.Length == 1 ? missing[0] : $"{string.Join(", ", missing.Take(missing.Length - 1))} and {missing[missing.Length - 1]}"));
        }
    }

    private static string[] GetMissing(ParameterSchema schema, ITypeSymbol? type, Func<string, bool> isSet) =>
    [
        .. schema.Required.Where(name => !schema.IsSatisfied(name, isSet) && type?.GetMembers(name).FirstOrDefault() is IPropertySymbol),
    ];

    /// <summary>The properties that an initializer sets.</summary>
    private static HashSet<string> GetInitialized(IObjectCreationOperation creation)
    {
        HashSet<string> names = [];
        foreach (IOperation member in creation.GetInitializers())
        {
            IOperation? target = member switch
            {
                ISimpleAssignmentOperation assignment when !ParameterValue.IsUnset(assignment.Value) => assignment.Target,
                IMemberInitializerOperation initializer => initializer.InitializedMember,
                _ => null,
            };
            if (target is IPropertyReferenceOperation { Property.Name: var name })
            {
                names.Add(name);
            }
        }

        return names;
    }

    /// <summary>Whether nothing but the initializer sets properties. A constructor that is written by hand could.</summary>
    private static bool HasOnlyInitializer(IObjectCreationOperation creation) =>
        creation is { Arguments.IsEmpty: true, Constructor: { } constructor }
        && (constructor.IsImplicitlyDeclared || constructor.DeclaringSyntaxReferences.IsEmpty);

    /// <summary>The location of <c>new T</c> or <c>new()</c>, without an initializer.</summary>
    private static Location GetTypeLocation(IObjectCreationOperation creation)
    {
        SyntaxNode syntax = creation.Syntax;
        int end = syntax.ChildNodes().FirstOrDefault()?.Span.End ?? syntax.Span.End;
        return Location.Create(syntax.SyntaxTree, Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(syntax.SpanStart, end));
    }

    /// <summary>The location of <c>CreateAsync</c> in <c>AccountLink.CreateAsync(client)</c>.</summary>
    private static Location GetNameLocation(IInvocationOperation call)
    {
        SyntaxNode method = call.Syntax.ChildNodes().FirstOrDefault() ?? call.Syntax;
        return (method.ChildNodes().LastOrDefault() ?? method).GetLocation();
    }
}
