using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests.Load;

/// <summary>
/// Many concurrent callers of one client, and a server, or something on the way to it, that fails at least one attempt in five.
/// </summary>
[Collection(nameof(LoadCollection))]
public sealed class LoadTests
{
    private const int Callers = 64;
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_success_was_carried_out_once_and_a_failure_with_a_known_outcome_never()
    {
        const int Rounds = 4;
        const int CallsPerRound = 2_500;
        var clock = new CallClock();
        await using UnreliableServer server = await UnreliableServer.StartAsync(clock);
        server.Plan = new FaultPlan(seed: 1, rate: 0.2);
        List<long> memory = [];
        int calls = 0;
        using (StripeClient client = Connect(server, clock, maxRetries: 20))
        {
            for (int round = 0; round < Rounds; round++)
            {
                server.Book.Clear();
                StripeResult<Thing>[] results = await CallAsync(client, clock, round * CallsPerRound, CallsPerRound);
                calls += results.Length + await SettleAsync(client, clock, server.Book, results, round * CallsPerRound);
                AssertCarriedOutOnce(server.Book, results, round * CallsPerRound);
                memory.Add(GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        Assert.Equal(Enum.GetValues<Fault>(), server.Faults.Keys.Order());
        int attempts = server.Faults.Values.Sum();
        int failed = attempts - server.Faults[Fault.None];
        Assert.InRange(failed, attempts * 0.18, attempts * 0.22);

        // No resource is left: connections, the timers of each attempt and of each delay, memory.
        await server.Closed.WaitAsync(s_patience);
        Assert.InRange(server.MostOpenConnections, 1, 4 * Callers);
        Assert.Equal(0, clock.Open);
        Assert.Equal(attempts + (attempts - calls), clock.Started);
        Assert.InRange(memory[^1] - memory[1], long.MinValue, 500_000);
    }

    [Fact]
    public async Task An_error_reports_whether_the_call_may_have_been_carried_out_and_a_repetition_settles_it()
    {
        const int Calls = 2_000;
        var clock = new CallClock();
        await using UnreliableServer server = await UnreliableServer.StartAsync(clock);
        server.Plan = new FaultPlan(seed: 2, rate: 0.5);
        using StripeClient client = Connect(server, clock, maxRetries: 1);

        StripeResult<Thing>[] results = await CallAsync(client, clock, 0, Calls);

        List<(StripeError Error, int Call, bool WasExecuted)> failed = [];
        for (int call = 0; call < Calls; call++)
        {
            if (results[call].Error is { } error)
            {
                Book.Entry entry = server.Book[error.IdempotencyKey!];
                failed.Add((error, call, entry.Executions == 1));
                Assert.Equal(call, entry.Call);
                Fault[] faults = [server.Plan.GetFault(call, 1), server.Plan.GetFault(call, 2)];
                faults = FaultPlan.IsRepeated(faults[0]) ? faults : faults[..1];
                Assert.Equal(faults.Length, error.Attempts);
                Assert.Equal(faults.Length, entry.Attempts);
                Assert.Equal(faults.Any(FaultPlan.LeavesOutcomeUnknown), error.IsOutcomeUnknown);
                Assert.True(error.IsOutcomeUnknown || entry.Executions == 0);
            }
        }

        // Some of the calls with an unknown outcome were carried out and some were not.
        Assert.Equal(
            [(false, false), (true, false), (true, true)],
            failed.Select(call => (call.Error.IsOutcomeUnknown, call.WasExecuted)).Distinct().Order());

        server.Plan = FaultPlan.NoFaults;
        foreach ((StripeError error, int call, bool wasExecuted) in failed)
        {
            StripeResult<Thing> settled = await CallAsync(client, clock, call, error.IdempotencyKey);
            Assert.Equal(UnreliableServer.AmountOf(call), settled.GetValueOrThrow().Amount);
            Assert.Equal(wasExecuted, settled.Response!.IsIdempotentReplay);
        }

        Assert.Equal(Calls, server.Book.Count);
        Assert.All(server.Book.Entries, entry => Assert.Equal(1, entry.Executions));
    }

    [Fact]
    public async Task The_timers_of_the_system_are_returned()
    {
        long before = Timer.ActiveCount;
        var clock = new CallClock();
        await using (UnreliableServer server = await UnreliableServer.StartAsync(clock))
        {
            using var client = new StripeClient(new StripeClientOptions { ApiKey = Caller.Key, BaseAddress = server.Address });
            StripeResult<Thing>[] results = await CallAsync(client, clock, 0, 1_000);

            Assert.All(results, result => Assert.True(result.IsSuccess));

            // The timers of the server and of the client's connections.
            Assert.InRange(Timer.ActiveCount, 0, before + 10);
        }

        Assert.InRange(Timer.ActiveCount, 0, before);
    }

    private static StripeClient Connect(UnreliableServer server, CallClock clock, int maxRetries) => new(new StripeClientOptions
    {
        ApiKey = Caller.Key,
        BaseAddress = server.Address,
        AttemptTimeout = CallClock.AttemptTimeout,
        MaxRetries = maxRetries,
        TimeProvider = clock,
    });

    /// <summary>Makes all calls concurrently. The results are in the order of the calls' numbers.</summary>
    private static async Task<StripeResult<Thing>[]> CallAsync(StripeClient client, CallClock clock, int first, int count)
    {
        var results = new StripeResult<Thing>[count];
        int next = -1;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            for (int i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
            {
                results[i] = await CallAsync(client, clock, first + i, idempotencyKey: null);
            }
        }))).WaitAsync(s_patience);
        return results;
    }

    private static Task<StripeResult<Thing>> CallAsync(StripeClient client, CallClock clock, int call, string? idempotencyKey)
    {
        clock.Enter(call);
        return Thing.CreateOperation.TrySendAsync(
            client,
            [],
            new ThingParams { Number = call },
            new StripeRequestOptions { IdempotencyKey = idempotencyKey },
            CancellationToken.None);
    }

    /// <summary>
    /// Repeats each call that failed with an unknown outcome, with its key, until it succeeds; returns how many calls that took.
    /// </summary>
    private static async Task<int> SettleAsync(
        StripeClient client, CallClock clock, Book book, StripeResult<Thing>[] results, int first)
    {
        int calls = 0;
        for (int i = 0; i < results.Length; i++)
        {
            while (results[i].Error is { } error)
            {
                Assert.True(error.IsOutcomeUnknown || book[error.IdempotencyKey!].Executions == 0);
                results[i] = await CallAsync(client, clock, first + i, error.IdempotencyKey);
                calls++;
            }
        }

        return calls;
    }

    private static void AssertCarriedOutOnce(Book book, StripeResult<Thing>[] results, int first)
    {
        Assert.Equal(results.Length, book.Count);
        for (int i = 0; i < results.Length; i++)
        {
            Thing thing = results[i].GetValueOrThrow();
            StripeResponse response = results[i].Response!;
            Book.Entry entry = book[response.IdempotencyKey!];
            Assert.Equal(first + i, entry.Call);
            Assert.Equal($"thing_{first + i}", thing.Id);
            Assert.Equal(UnreliableServer.AmountOf(first + i), thing.Amount);
            Assert.Equal(1, entry.Executions);
            Assert.InRange(response.Attempts, 1, entry.Attempts);
            Assert.Equal(entry.Replays > 0, response.IsIdempotentReplay);
        }
    }
}
