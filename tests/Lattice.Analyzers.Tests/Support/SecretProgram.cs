namespace Lattice.Analyzers.Tests.Support;

/// <summary>An app that has secrets, and the places where they can get to.</summary>
internal static class SecretProgram
{
    private const string Types =
        """
        sealed class Seller
        {
            public string Id { get; set; } = "";

            public string? Link { get; set; }
        }

        sealed record Note(string Title, string Text);

        sealed class Store(DbContextOptions options) : DbContext(options)
        {
            public DbSet<Seller> Sellers => Set<Seller>();
        }

        static class Kept
        {
            public static string? Text;
            public static SecretString Secret;
            public static SecretString? Optional { get; set; }
            public static readonly Dictionary<string, SecretString> Secrets = new();
            public static readonly List<string> Texts = new();
            public static object? Anything;
            public static string?[] Array = new string?[1];
            public static Seller Seller { get; } = new();
            public static Seller Current => new();
            public static readonly AsyncLocal<string> Ambient = new();
        }

        class Messages(ILogger logger)
        {
            [LoggerMessage(Level = LogLevel.Information, Message = "Created {Url}")]
            public void Created(string url) => logger.Log(LogLevel.None, "");

            public static readonly Func<ILogger, string, IDisposable?> Scope = LoggerMessage.DefineScope<string>("{Url}");

            [LoggerMessage(Level = LogLevel.Information, Message = "Created {Url}")]
            public static void Created(ILogger logger, string url) { }

            public static readonly Action<ILogger, string, Exception?> Defined =
                LoggerMessage.Define<string>(LogLevel.Information, new EventId(1), "Created {Url}");
        }

        namespace Stripe
        {
            public static class StripeConfiguration
            {
                public static string ApiKey { get; set; } = "";
            }
        }

        namespace Serilog
        {
            static class SeqLoggerConfigurationExtensions
            {
                public static void Seq(this Serilog.Configuration.LoggerSinkConfiguration sinks, string url, string apiKey)
                {
                }
            }
        }

        namespace Microsoft.EntityFrameworkCore
        {
            static class ServerExtensions
            {
                public static void UseServer(this DbContextOptionsBuilder builder, string connection)
                {
                }
            }
        }
        """;

    /// <summary>A program with statements in a method.</summary>
    public static string InMethod(string statements) =>
        $$"""
        using System.Diagnostics;
        using System.Diagnostics.Metrics;
        using System.IO;
        using System.Net.Http;
        using System.Text;
        using System.Text.Json;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc.ViewFeatures;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Caching.Distributed;
        using Microsoft.Extensions.Caching.Hybrid;
        using Microsoft.Extensions.Caching.Memory;
        using Microsoft.Extensions.Logging;

        await Task.CompletedTask;

        sealed class App(
            ILogger<App> logger, Serilog.ILogger serilog, NLog.Logger nlog, log4net.ILog log4, IMemoryCache memory,
            IDistributedCache distributed, HybridCache hybrid, Store db, HttpContext context, ITempDataDictionary tempData,
            Counter<int> counter, TraceSource tracing, string name)
        {
            private string? _text;

            public async Task<object?> RunAsync(IStripeClient client, AccountLink link, AccountLink other, EphemeralKey key,
                CustomerSession session)
            {
                await Task.CompletedTask;
                {{statements.ReplaceLineEndings("\n        ")}}
                return null;
            }

            private static string Use(string text) => text;
        }

        {{Types}}
        """;
}
