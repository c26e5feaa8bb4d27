using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Lattice.Stripe.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Lattice.Stripe.Tests.Load;

/// <summary>Creates things over real connections, fails as planned, and records what it did.</summary>
internal sealed class UnreliableServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly CallClock _clock;
    private readonly ConcurrentDictionary<Fault, int> _faults = new();
    private TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _open;
    private int _mostOpen;

    private UnreliableServer(CallClock clock)
    {
        _clock = clock;
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, Count));
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        _application = builder.Build();
        _application.Run(RespondAsync);
    }

    public Uri Address => new(_application.Urls.Single());

    public Book Book { get; } = new();

    public FaultPlan Plan { get; set; } = FaultPlan.NoFaults;

    /// <summary>How often each fault, or none, was chosen.</summary>
    public IReadOnlyDictionary<Fault, int> Faults => _faults;

    public int MostOpenConnections => _mostOpen;

    /// <summary>Ends when no connection is open.</summary>
    public Task Closed => _closed.Task;

    public static async Task<UnreliableServer> StartAsync(CallClock clock)
    {
        var server = new UnreliableServer(clock);
        await server._application.StartAsync();
        return server;
    }

    public static long AmountOf(int call) => (call * 17L) + 3;

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private void Count(ListenOptions listen) => listen.Use(next => async connection =>
    {
        int open = Interlocked.Increment(ref _open);
        InterlockedMax(ref _mostOpen, open);
        if (_closed.Task.IsCompleted)
        {
            _closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        try
        {
            await next(connection);
        }
        finally
        {
            if (Interlocked.Decrement(ref _open) == 0)
            {
                _closed.TrySetResult();
            }
        }
    });

    private async Task RespondAsync(HttpContext context)
    {
        IFormCollection form = await context.Request.ReadFormAsync();
        int call = int.Parse(form["number"].ToString(), CultureInfo.InvariantCulture);
        (Book.Entry entry, int attempt) = Book.Arrive(context.Request.Headers["Idempotency-Key"].ToString(), call);
        Fault fault = Plan.GetFault(call, attempt);
        _faults.AddOrUpdate(fault, 1, static (_, count) => count + 1);
        switch (fault)
        {
            case Fault.ResetBefore:
                context.Abort();
                break;
            case Fault.ErrorBefore:
                await RefuseAsync(context, 500);
                break;
            case Fault.Conflict:
                await RefuseAsync(context, 409);
                break;
            case Fault.RateLimit:
                context.Response.Headers["Retry-After"] = "2";
                await RefuseAsync(context, 429);
                break;
            case Fault.StallBefore:
                await StallAsync(context, call);
                break;
            case Fault.PortalPage:
                await ResponseOfAnotherAsync(context, 200, "<html>Accept the terms of use.</html>");
                break;
            case Fault.PortalRedirect:
                context.Response.Headers.Location = "http://portal.example/";
                await ResponseOfAnotherAsync(context, 302, "");
                break;
            case Fault.GatewayJson:
                await ResponseOfAnotherAsync(context, 200, """{"status":"ok"}""");
                break;
            case Fault.ProxyRejection:
                await ResponseOfAnotherAsync(context, 403, "<html>Blocked by policy.</html>");
                break;
            default:
                await ExecuteAsync(context, entry, fault);
                break;
        }
    }

    private async Task ExecuteAsync(HttpContext context, Book.Entry entry, Fault fault)
    {
        bool isReplay = entry.Execute();
        if (fault == Fault.ResetAfter)
        {
            context.Abort();
            return;
        }

        if (fault == Fault.ErrorAfter)
        {
            await RefuseAsync(context, 500);
            return;
        }

        if (fault == Fault.ProxyErrorAfter)
        {
            await ResponseOfAnotherAsync(context, 504, "<html>Gateway timeout.</html>");
            return;
        }

        if (isReplay)
        {
            context.Response.Headers["Idempotent-Replayed"] = "true";
        }

        string body = string.Create(CultureInfo.InvariantCulture,
            $$"""{"id":"thing_{{entry.Call}}","amount":{{AmountOf(entry.Call)}},"live":true,"tags":[],"owner":{"name":"o"} }""");
        context.Response.Headers["Request-Id"] = "req_1";
        if (fault is Fault.None or Fault.TruncatedBody or Fault.EmptyBody)
        {
            await context.Response.WriteAsync(body[..(fault == Fault.TruncatedBody ? 20 : fault == Fault.EmptyBody ? 0 : body.Length)]);
            return;
        }

        context.Response.ContentLength = body.Length;

        await context.Response.WriteAsync(body[..20]);
        await context.Response.Body.FlushAsync();
        if (fault == Fault.ResetInBody)
        {
            context.Abort();
            return;
        }

        await StallAsync(context, entry.Call);
    }

    private static Task ResponseOfAnotherAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(body);
    }

    private static Task RefuseAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.Headers["Request-Id"] = "req_1";
        return context.Response.WriteAsync("""{"error":{"message":"Not now."}}""");
    }

    /// <summary>Sends nothing more until the client has given up.</summary>
    private async Task StallAsync(HttpContext context, int call)
    {
        var given = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration registration = context.RequestAborted.Register(given.SetResult);
        _clock.EndAttempt(call);
        await given.Task;
    }

    private static void InterlockedMax(ref int location, int value)
    {
        int seen = Volatile.Read(ref location);
        while (seen < value && Interlocked.CompareExchange(ref location, value, seen) is var now && now != seen)
        {
            seen = now;
        }
    }

    /// <summary>The host's default lifetime would handle Ctrl+C instead of the test run.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
