using System.Collections.Immutable;
using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Calls.Keys;

/// <summary>Finds the methods that look for errors with which Stripe did not carry out a call, to repeat it only then.</summary>
internal static class KnownOutcome
{
    private static readonly HashSet<object> s_rejected =
    [
        "card_error", "invalid_request_error", "authentication_error", "permission_error", "rate_limit_error", "idempotency_error",
        400, 401, 402, 403, 404, 422, 429,
    ];

    private static readonly HashSet<object> s_open =
    [
        "api_error", "connection_error", "timeout_error", "conflict_error", "decoding_error", 409, 500, 502, 503, 504,
    ];

    /// <summary>Whether a method asks only for errors that are final.</summary>
    public static bool IsAskedFor(ImmutableArray<IOperation> blocks, UnknownOutcomes outcomes)
    {
        bool isRejected = false;
        foreach (IOperation operation in blocks.SelectMany(block => block.DescendantsAndSelf()))
        {
            if (operation is IPropertyReferenceOperation { Property: { Name: "Code" or "DeclineCode" or "Param" } property } code
                && property.ContainingType.Name == "StripeError")
            {
                isRejected |= IsCompared(code) && Decides(code, outcomes);
            }

            if (operation.ConstantValue is { HasValue: true, Value: { } constant } && IsCompared(operation))
            {
                if (s_open.Contains(constant))
                {
                    return false;
                }

                isRejected |= s_rejected.Contains(constant) && Decides(operation, outcomes);
            }
        }

        return isRejected;
    }

    /// <summary>Whether a comparison matters where the outcome is unknown: it does not in <c>IsOutcomeUnknown || Code == "…"</c>.</summary>
    private static bool Decides(IOperation value, UnknownOutcomes outcomes) =>
        outcomes.GetValue(UnknownOutcomes.GetCondition(value)) != true;

    /// <summary>Whether a value is a part of a comparison or a pattern.</summary>
    private static bool IsCompared(IOperation value) => value.GetWhole().Parent switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } => true,
        IConditionalAccessOperation access => IsCompared(access),
        IPatternOperation or IIsPatternOperation or ISwitchExpressionOperation or ISwitchOperation or ICaseClauseOperation => true,
        IConversionOperation conversion => IsCompared(conversion),
        _ => false,
    };
}
