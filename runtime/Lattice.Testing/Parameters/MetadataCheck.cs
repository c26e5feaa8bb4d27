using System.Globalization;
using Lattice.Stripe.Testing.Errors;

namespace Lattice.Stripe.Testing.Parameters;

/// <summary>
/// Checks the limits of metadata, which the specification does not contain. See
/// <see href="https://docs.stripe.com/api/metadata">Metadata</see> in Stripe's reference.
/// </summary>
internal static class MetadataCheck
{
    private const string Name = "metadata";
    private const int MaximumCount = 50;
    private const int MaximumKeyLength = 40;
    private const int MaximumValueLength = 500;

    public static ApiError? FindError(ParameterNode map)
    {
        if (map.Key != Name)
        {
            return null;
        }

        if (map.Children.Count > MaximumCount)
        {
            return ApiError.Of($"Metadata can have at most {MaximumCount} keys, but {map.Children.Count} were sent.", map.Name);
        }

        return map.Children.Select(CheckEntry).FirstOrDefault(error => error is not null);
    }

    private static ApiError? CheckEntry(ParameterNode entry)
    {
        if (LengthOf(entry.Key) is var key and > MaximumKeyLength)
        {
            return TooLong("keys", MaximumKeyLength, key, entry);
        }

        return LengthOf(entry.Value ?? "") is var value and > MaximumValueLength
            ? TooLong("values", MaximumValueLength, value, entry)
            : null;
    }

    private static ApiError TooLong(string what, int limit, int length, ParameterNode entry) => ApiError.Of(
        string.Create(CultureInfo.InvariantCulture, $"Metadata {what} can have at most {limit} characters; this one has {length}."),
        entry.Name);

    private static int LengthOf(string text) => text.EnumerateRunes().Count();
}
