namespace Lattice.Benchmarks.Calls;

/// <summary>The values of the call that all clients make.</summary>
internal static partial class Example
{
    public const string ApiKey = "sk_test_51Abcdefghijklmnopqrstuvwxyz0123456789";
    public const string Account = "acct_1Mt0CORHFI4mz9Rw";
    public const string RefreshUrl = "https://example.com/connect/refresh?account=1";
    public const string ReturnUrl = "https://example.com/connect/return?account=1";
    public const string UserAgent = "Benchmark/1.0 (.NET 10.0)";
    public const string ClientUserAgent = """{"bindings_version":"1.0.0","lang":"dotnet","lang_version":"10.0.0","publisher":"benchmark"}""";
}
