using System.Security.Cryptography;

namespace Lattice.Stripe.Http;

/// <summary>
/// Makes idempotency keys: 128 random bits as 32 lower-case hexadecimal digits, from the system's cryptographic source.
/// </summary>
/// <remarks>
/// A system call for each key would be half the cost of a create, so each thread draws bytes for 32 keys at a time. What is used is
/// cleared, and what is older than a second is dropped: of processes that are restored from one snapshot, none may repeat the keys of
/// another, because Stripe would take the second call for a repetition of the first.
/// </remarks>
internal sealed class IdempotencyKeys
{
    private const int KeyBytes = 16;
    private const int Keys = 32;

    private static volatile bool s_hasCreated;

    [ThreadStatic]
    private static IdempotencyKeys? s_keys;

    private readonly byte[] _bytes = new byte[Keys * KeyBytes];
    private readonly TimeProvider _timeProvider;
    private readonly FillBytes _fill;

    // Where the unused bytes begin, and when they were drawn, by the wall clock: a clock that counts from the start of the
    // system stands still in a snapshot.
    private int _start = Keys * KeyBytes;
    private long _drawnAt;

    /// <param name="fill">Fills memory with random bytes.</param>
    /// <param name="timeProvider">The clock by which bytes grow old.</param>
    internal IdempotencyKeys(FillBytes fill, TimeProvider timeProvider)
    {
        _fill = fill;
        _timeProvider = timeProvider;
    }

    internal delegate void FillBytes(Span<byte> bytes);

    /// <summary>Makes a key.</summary>
    public static string Create() => s_hasCreated ? CreateNext() : CreateFirst();

    /// <summary>
    /// The first key of a process, from two GUIDs, whose 122 random bits each are the system's cryptographic source too. They do
    /// without the library of cryptography, whose loading takes as long as half of this library's start.
    /// </summary>
    private static string CreateFirst()
    {
        s_hasCreated = true;

        // Arrays, although this is memory for a moment: a method that has both memory of the stack and a loop is compiled with
        // all optimizations at once, which took 1.4 ms here.
        byte[] bytes = Guid.NewGuid().ToByteArray();
        byte[] others = Guid.NewGuid().ToByteArray();
        for (int i = 0; i < KeyBytes; i++)
        {
            // Shifted, so that the fixed bits of one meet random bits of the other.
            bytes[i] ^= others[(i + 4) % KeyBytes];
        }

        char[] digits = new char[2 * KeyBytes];
        WriteHex(bytes, digits);
        return new string(digits);
    }

    private static string CreateNext() =>
        (s_keys ??= new IdempotencyKeys(RandomNumberGenerator.Fill, TimeProvider.System)).Next();

    /// <summary>Makes a key of bytes that no other key has.</summary>
    internal string Next()
    {
        long now = _timeProvider.GetUtcNow().UtcTicks;
        if (_start == _bytes.Length || now - _drawnAt is < 0 or > TimeSpan.TicksPerSecond)
        {
            _fill(_bytes);
            _start = 0;
            _drawnAt = now;
        }

        Span<byte> bytes = _bytes.AsSpan(_start, KeyBytes);
        _start += KeyBytes;
        Span<char> digits = stackalloc char[2 * KeyBytes];
        WriteHex(bytes, digits);
        bytes.Clear();
        return new string(digits);
    }

    // Not by Convert: a process whose first call this is would compile its vector code for it.
    private static void WriteHex(ReadOnlySpan<byte> bytes, Span<char> digits)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            digits[2 * i] = "0123456789abcdef"[bytes[i] >> 4];
            digits[(2 * i) + 1] = "0123456789abcdef"[bytes[i] & 0xF];
        }
    }
}
