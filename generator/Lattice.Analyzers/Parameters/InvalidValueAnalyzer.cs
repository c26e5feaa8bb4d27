using System.Collections.Immutable;
using System.Globalization;
using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Parameters;

/// <summary>LAT1003: a constant text that a parameter or an option cannot have.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp, LanguageNames.VisualBasic)]
public sealed class InvalidValueAnalyzer : StripeAnalyzer
{
    // What `lattice add` prints for a text that it does not know.
    private const string Ellipsis = "…";

    private static readonly string[] s_account = ["account"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.InvalidValue);

    private protected override void Register(CompilationStartAnalysisContext context, StripeTypes types)
    {
        var schemas = new ParameterSchemas(types);
        context.RegisterOperationAction(
            operation => AnalyzeAssignment(operation, (IAssignmentOperation)operation.Operation, types, schemas),
            OperationKind.SimpleAssignment,
            OperationKind.CoalesceAssignment);
        context.RegisterOperationAction(
            operation => AnalyzeCall(operation, (IInvocationOperation)operation.Operation, types),
            OperationKind.Invocation);
        context.RegisterOperationAction(
            operation => AnalyzeCreation(operation, (IObjectCreationOperation)operation.Operation, types),
            OperationKind.ObjectCreation);
    }

    private static void AnalyzeAssignment(
        OperationAnalysisContext context, IAssignmentOperation assignment, StripeTypes types, ParameterSchemas schemas)
    {
        if (assignment.Target is not IPropertyReferenceOperation { Property: { ContainingType: { } type } property })
        {
            return;
        }

        if (types.IsParams(type))
        {
            // An enum has no such values, which is another rule.
            if (types.GetKnownValues(property.Type) is null)
            {
                CheckParameter(context, assignment.Value, property.Name, schemas.Get(type));
            }
        }
        else if (property.Name == "StripeAccount" && types.IsOptions(type))
        {
            Check(context, assignment.Value, property.Name, text => ForeignIds.Describe(text, "StripeAccount", s_account));
        }
        else if (property.Name == "ApiKey" && types.IsOptions(type))
        {
            Check(context, assignment.Value, property.Name, DescribeKey);
        }
    }

    private static void CheckParameter(OperationAnalysisContext context, IOperation value, string name, ParameterSchema schema)
    {
        int maxLength = schema.MaxLengths[name].Min() ?? int.MaxValue;
        Check(context, value, name, text => DescribeLength(text, name, maxLength) ?? ForeignIds.Describe(text, name, schema.Ids[name]));
    }

    /// <summary>Checks the parameters of the path.</summary>
    private static void AnalyzeCall(OperationAnalysisContext context, IInvocationOperation call, StripeTypes types)
    {
        if (types.IsOperation(call.TargetMethod))
        {
            foreach (IArgumentOperation argument in call.Arguments)
            {
                if (argument.Parameter is { Type.SpecialType: SpecialType.System_String } parameter)
                {
                    string[] resources = ForeignIds.FindResource(call.TargetMethod, parameter.Name) is { } resource ? [resource] : [];
                    Check(context, argument.Value, parameter.Name, text => ForeignIds.Describe(text, parameter.Name, resources));
                }
            }
        }
    }

    /// <summary>Checks the key in <c>new StripeClient(key)</c>.</summary>
    private static void AnalyzeCreation(OperationAnalysisContext context, IObjectCreationOperation creation, StripeTypes types)
    {
        if (StripeTypes.AreSame(creation.Type, types.ConcreteClient)
            && creation.Arguments.FirstOrDefault() is { Parameter.Type.SpecialType: SpecialType.System_String } key)
        {
            Check(context, key.Value, key.Parameter.Name, DescribeKey);
        }
    }

    private static void Check(OperationAnalysisContext context, IOperation value, string name, Func<KnownText, string?> describe)
    {
        foreach (KnownText text in KnownText.Of(value))
        {
            string? message = IsPlaceholder(text) ? $"{name} still has a placeholder ('{(text.Start == Ellipsis ? Ellipsis : "<…>")}'), which Stripe would get as it is; replace it"
                : IsTemplate(text.Start) ? null
                : describe(text);
            if (message is not null)
            {
                context.ReportDiagnostic(Diagnostic.Create(Rules.InvalidValue, text.Operation.Syntax.GetLocation(), message));
            }
        }
    }

    /// <summary>
    /// Whether a text is one that the fix of LAT1001 adds, or one like it (<c>&lt;account&gt;</c>), or one of a call that
    /// <c>lattice add</c> prints.
    /// </summary>
    private static bool IsPlaceholder(KnownText text) => text.IsComplete && (text.Start == Ellipsis || IsBracketed(text.Start));

    private static bool IsBracketed(string text) =>
        text.Length > 2 && text[0] == '<' && text[text.Length - 1] == '>'
            && char.IsLetter(text[1])
            && text.Substring(1, text.Length - 2).All(character =>
                char.IsLetterOrDigit(character) || character is '_' or '-' or ' ' or '.' or '…');

    /// <summary>Whether a text is to be replaced later.</summary>
    private static bool IsTemplate(string text) =>
        (text.StartsWith("<", StringComparison.Ordinal) && text.EndsWith(">", StringComparison.Ordinal))
        || (text.StartsWith("{{", StringComparison.Ordinal) && text.EndsWith("}}", StringComparison.Ordinal));

    private static string? DescribeLength(KnownText text, string name, int maxLength) => text.Length <= maxLength ? null : string.Format(
        CultureInfo.InvariantCulture,
        "{0} has at most {1:N0} characters; this text has {2}{3:N0}",
        name,
        maxLength,
        text.IsComplete ? "" : "at least ",
        text.Length);

    /// <summary>A publishable key is not secret, but no other part of a key is shown.</summary>
    private static string? DescribeKey(KnownText text) =>
        text.Start.StartsWith("pk_live_", StringComparison.Ordinal) ? DescribeKey("live")
        : text.Start.StartsWith("pk_test_", StringComparison.Ordinal) ? DescribeKey("test")
        : null;

    private static string DescribeKey(string mode) =>
        $"'pk_{mode}_…' is a publishable key, with which servers cannot call Stripe; use the secret key ('sk_{mode}_…') or a restricted one ('rk_{mode}_…')";
}
