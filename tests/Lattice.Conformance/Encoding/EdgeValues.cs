namespace Lattice.Conformance.Encoding;

/// <summary>Values that encoders often get wrong.</summary>
internal static class EdgeValues
{
    public static IReadOnlyList<string> Texts { get; } =
        ["a b&c", "+foo?", "[éàü]", "100%", "日本語 🙂", "line\r\nend\t\"quoted\" \\ /", "*-._~'()!", "lone \uD800 surrogate", "=&;#", "\0"];

    public static IReadOnlyList<long> Integers { get; } =
        [2_147_483_648, -1, 0, long.MaxValue, long.MinValue, 9_007_199_254_740_993];

    public static IReadOnlyList<decimal> Decimals { get; } =
        [1.2345m, 0.0m, 0.00001m, -12.50m, decimal.MaxValue, 0.0000000000000000000000000001m];

    public static IReadOnlyList<DateTimeOffset> Times { get; } =
    [
        new(2023, 9, 12, 10, 30, 15, 678, TimeSpan.FromHours(5.5)),
        new(1969, 12, 31, 23, 59, 59, TimeSpan.Zero),
        new(2100, 1, 1, 0, 0, 0, TimeSpan.FromHours(-8)),
    ];

    public static IReadOnlyList<string> MapKeys { get; } = ["#", "bar&baz", "key[0]", "é"];

    /// <summary>Returns the value at an index, starting over after the last one.</summary>
    public static T Pick<T>(this IReadOnlyList<T> values, int index) => values[index % values.Count];
}
