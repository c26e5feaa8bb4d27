using Microsoft.Extensions.Options;

namespace Lattice.Stripe.Reloading;

/// <summary>Describes in one line why options are not valid, without any value.</summary>
internal static class InvalidOptions
{
    /// <summary>Describes why the creation of options failed.</summary>
    public static string Describe(Exception exception) => exception switch
    {
        OptionsValidationException validation => string.Join(' ', validation.Failures.Select(GetFirstLine)),
        InvalidOperationException { Source: StripeConfiguration.ErrorSource } => exception.Message,

        // The message of any other exception may quote a value.
        _ => $"{exception.GetType().FullName} was thrown.",
    };

    /// <summary>Describes an exception of <see cref="StripeClientOptions.Validate"/>.</summary>
    public static string DescribeCheck(ArgumentException exception)
    {
        string reason = GetFirstLine(exception.Message);
        bool showsValue = exception is ArgumentOutOfRangeException { ActualValue: { } value }
            && reason.Contains($"'{value}'", StringComparison.Ordinal);
        return showsValue ? $"{exception.ParamName} is out of range." : reason;
    }

    // After the first line, ArgumentOutOfRangeException shows the value.
    private static string GetFirstLine(string message)
    {
        int end = message.AsSpan().IndexOfAny('\r', '\n');
        return end < 0 ? message : message[..end];
    }
}
