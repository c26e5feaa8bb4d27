using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Operations;

/// <summary>What the source shows of a text.</summary>
/// <param name="Operation">The expression.</param>
/// <param name="Start">The beginning, until the first part that is not constant.</param>
/// <param name="IsComplete">Whether the beginning is the whole text.</param>
/// <param name="Length">The number of characters that the text has at least: Unicode code points, like Stripe counts them.</param>
internal sealed record KnownText(IOperation Operation, string Start, bool IsComplete, int Length)
{
    /// <summary>The texts that a value may be, or that may be elements of it. Texts of which nothing is constant are left out.</summary>
    public static IEnumerable<KnownText> Of(IOperation value) => PossibleValues.Of(value).SelectMany(possible =>
    {
        IOperation inner = ParameterValue.WithoutConversions(possible);
        return GetParts(inner) is { } parts ? [Create(inner, parts)]
            : CollectionElements.Of(inner) is { } elements ? elements.SelectMany(Of)
            : GetWrapped(inner) is { } wrapped ? Of(wrapped)
            : [];
    });

    /// <summary>The text in <c>new SecretString(text)</c> and <c>SecretString.FromString(text)</c>.</summary>
    private static IOperation? GetWrapped(IOperation value) => value switch
    {
        IObjectCreationOperation { Type.IsValueType: true, Arguments: { Length: 1 } arguments } => arguments[0].Value,
        IInvocationOperation { TargetMethod: { IsStatic: true, Name: "FromString" or "FromValue" }, Arguments: { Length: 1 } arguments } =>
            arguments[0].Value,
        _ => null,
    };

    /// <summary>The constant parts of a text, with <see langword="null"/> for what is not constant; <see langword="null"/> if none is.</summary>
    private static List<string?>? GetParts(IOperation value)
    {
        if (value.Type?.SpecialType != SpecialType.System_String && value.ConstantValue is not { HasValue: true, Value: string })
        {
            return null;
        }

        List<string?> parts = [];
        AddParts(value, parts);
        return parts.TrueForAll(part => part is null) ? null : parts;
    }

    private static void AddParts(IOperation value, List<string?> parts)
    {
        switch (value)
        {
            case { ConstantValue: { HasValue: true, Value: string constant } }:
                parts.Add(constant);
                break;
            case IParenthesizedOperation parenthesized:
                AddParts(parenthesized.Operand, parts);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Concatenate } concatenation:
                AddParts(concatenation.LeftOperand, parts);
                AddParts(concatenation.RightOperand, parts);
                break;
            case IInterpolatedStringOperation interpolated:
                foreach (IInterpolatedStringContentOperation part in interpolated.Parts)
                {
                    parts.Add((part switch
                    {
                        IInterpolatedStringTextOperation text => text.Text.ConstantValue.Value,
                        IInterpolationOperation { Alignment: null, FormatString: null } hole => hole.Expression.ConstantValue.Value,
                        _ => null,
                    }) as string);
                }

                break;
            default:
                parts.Add(null);
                break;
        }
    }

    private static KnownText Create(IOperation operation, List<string?> parts) => new(
        operation,
        string.Concat(parts.TakeWhile(part => part is not null)),
        parts.TrueForAll(part => part is not null),
        parts.Sum(part => part is null ? 0 : CountCharacters(part)));

    private static int CountCharacters(string text)
    {
        int count = 0;
        for (int i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            count++;
        }

        return count;
    }
}
