using System.Globalization;
using System.Text.RegularExpressions;
using Lattice.Stripe.Testing.Errors;

namespace Lattice.Stripe.Testing.Pipeline;

/// <summary>Checks Stripe's request headers other than <c>Authorization</c>.</summary>
internal static partial class HeaderCheck
{
    private const int MaximumKeyLength = 255;
    private const int Forbidden = 403;
    private const int DateLength = 10;

    public static ApiError? FindError(RequestContext context)
        => CheckVersion(context.Header("Stripe-Version"))
        ?? CheckAccount(context.Header("Stripe-Account"))
        ?? CheckIdempotencyKey(context.Header("Idempotency-Key"));

    /// <summary>Whether the value can be returned in a header, which must not contain control characters.</summary>
    public static bool IsPrintable(string value) => !value.Any(char.IsControl);

    private static ApiError? CheckVersion(string? version)
        => version is null || (VersionFormat().Match(version) is { Success: true } format && IsDate(format.Value[..DateLength]))
            ? null
            : ApiError.Of(
                $"Invalid Stripe API version: {ApiError.Shorten(version)}. A version is a date and, since 2024, a name, such as "
                + "2024-06-20 or 2026-09-30.endive.");

    private static ApiError? CheckAccount(string? account)
        => account is null || AccountFormat().IsMatch(account)
            ? null
            : new ApiError(
                Forbidden,
                $"The key has no access to the account '{ApiError.Shorten(account)}', or the account does not exist. "
                + "The id of an account looks like acct_1234.",
                "account_invalid");

    private static ApiError? CheckIdempotencyKey(string? key)
    {
        if (key is null)
        {
            return null;
        }

        if (!IsPrintable(key))
        {
            return ApiError.Of("Invalid idempotency key: it contains a control character.");
        }

        return key.Length <= MaximumKeyLength
            ? null
            : ApiError.Of($"Invalid idempotency key: it has {key.Length} characters; the maximum is {MaximumKeyLength}.");
    }

    private static bool IsDate(string text)
        => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>A date and the release's name. Preview features after a semicolon are not checked.</summary>
    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}(\.[a-z][a-z_]*)?(?=\s*(;|\z))")]
    private static partial Regex VersionFormat();

    [GeneratedRegex("^acct_[0-9A-Za-z_]+$")]
    private static partial Regex AccountFormat();
}
