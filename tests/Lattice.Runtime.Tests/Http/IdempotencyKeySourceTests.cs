using Lattice.Stripe.Http;

namespace Lattice.Stripe.Tests.Http;

/// <summary>Where the idempotency keys of calls without one come from.</summary>
public sealed class IdempotencyKeySourceTests
{
    private const int Threads = 64;
    private const int KeysPerThread = 10_000_000 / Threads;

    [Fact]
    public void Ten_million_keys_of_64_threads_are_different()
    {
        var keys = new UInt128[Threads * KeysPerThread];
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(thread => new Thread(() =>
        {
            for (int i = 0; i < KeysPerThread; i++)
            {
                keys[(thread * KeysPerThread) + i] = UInt128.Parse(IdempotencyKeys.Create(), System.Globalization.NumberStyles.HexNumber);
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        Array.Sort(keys);
        for (int i = 1; i < keys.Length; i++)
        {
            if (keys[i] == keys[i - 1])
            {
                Assert.Fail($"The key {keys[i]:x32} was made twice.");
            }
        }
    }

    [Fact]
    public void A_key_is_128_bits_in_lowercase_hexadecimal_digits()
    {
        var source = new IdempotencyKeys(bytes => bytes.Fill(0xAF), TimeProvider.System);

        Assert.Equal(string.Concat(Enumerable.Repeat("af", 16)), source.Next());
        Assert.Matches("^[0-9a-f]{32}$", IdempotencyKeys.Create());
    }

    [Fact]
    public void Bytes_are_requested_for_several_keys_and_used_once()
    {
        int drawn = 0;
        byte next = 0;
        var source = new IdempotencyKeys(
            bytes =>
            {
                drawn += bytes.Length;

                // Used bytes are cleared.
                Assert.Equal(-1, bytes.IndexOfAnyExcept((byte)0));
                for (int i = 0; i < bytes.Length; i += 16)
                {
                    bytes.Slice(i, 16).Fill(++next);
                }
            },
            new FakeTimeProvider());

        string[] keys = [.. Enumerable.Range(0, 64).Select(_ => source.Next())];

        Assert.Equal(64, keys.Distinct().Count());
        Assert.Equal(64 * 16, drawn);
    }

    [Theory]
    [InlineData(0.9, 1)]
    [InlineData(1.1, 2)]
    [InlineData(3600, 2)]
    [InlineData(-1, 2)]
    public void Bytes_older_than_a_second_are_dropped_even_if_the_clock_was_set_back(double seconds, int draws)
    {
        int drawn = 0;
        var clock = new FakeTimeProvider();
        clock.Advance(TimeSpan.FromDays(1));
        var source = new IdempotencyKeys(_ => drawn++, clock);

        source.Next();
        clock.AdjustTime(clock.GetUtcNow().AddSeconds(seconds));
        source.Next();

        Assert.Equal(draws, drawn);
    }
}
