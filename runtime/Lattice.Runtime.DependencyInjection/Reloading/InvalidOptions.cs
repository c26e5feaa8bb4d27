using Microsoft.Extensions.Options;

namespace Lattice.Stripe.Reloading;

/// <summary>Says in one line why options are not valid, and shows no value of theirs.</summary>
internal static class InvalidOptions
{
    /// <summary>Why creating options failed.</summary>
    public static string Describe(Exception exception) => exception switch
    {
        OptionsValidationException validation => string.Join(' ', validation.Failures.Select(GetFirstLine)),
        InvalidOperationException { Source: StripeConfiguration.ErrorSource } => exception.Message,

        // The text of others may quote what they could not use.
        _ => $"{exception.GetType().FullName} was thrown.",
    };

    /// <summary>What <see cref="StripeClientOptions.Validate"/> found.</summary>
    public static string DescribeCheck(ArgumentException exception)
    {
        string reason = GetFirstLine(exception.Message);
        bool showsValue = exception is ArgumentOutOfRangeException { ActualValue: { } value }
            && reason.Contains($"'{value}'", StringComparison.Ordinal);
        return showsValue ? $"{exception.ParamName} is out of its range." : reason;
    }

    // Below the first line, ArgumentOutOfRangeException shows the value.
    private static string GetFirstLine(string message)
    {
        int end = message.AsSpan().IndexOfAny('\r', '\n');
        return end < 0 ? message : message[..end];
    }
}
