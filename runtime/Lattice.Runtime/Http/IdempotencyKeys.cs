using System.Security.Cryptography;

namespace Lattice.Stripe.Http;

/// <summary>
/// Creates idempotency keys: 128 random bits of the system's cryptographic source, as 32 lowercase hexadecimal digits.
/// </summary>
/// <remarks>
/// A system call for each key would be half the cost of a create operation, so each thread requests bytes for 32 keys at a time. Used
/// bytes are cleared, and bytes older than a second are dropped: processes that are restored from the same snapshot must not use the same
/// keys, because Stripe would treat the second call as a repetition of the first.
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

    // Where the unused bytes start, and when they were created. It is the time of the wall clock, because a clock that counts from the
    // start of the system stops in a snapshot.
    private int _start = Keys * KeyBytes;
    private long _drawnAt;

    /// <param name="fill">Fills memory with random bytes.</param>
    /// <param name="timeProvider">The clock for the age of the bytes.</param>
    internal IdempotencyKeys(FillBytes fill, TimeProvider timeProvider)
    {
        _fill = fill;
        _timeProvider = timeProvider;
    }

    internal delegate void FillBytes(Span<byte> bytes);

    /// <summary>Creates a key.</summary>
    public static string Create() => s_hasCreated ? CreateNext() : CreateFirst();

    /// <summary>
    /// Creates the first key of a process from two GUIDs, each with 122 random bits of the system's cryptographic source. They do not load
    /// the cryptography library, which takes as long as half of this library's start.
    /// </summary>
    private static string CreateFirst()
    {
        s_hasCreated = true;

        // Arrays, although stack memory would do: a method with both stackalloc and a loop is compiled with all optimizations
        // immediately, which took 1.4 ms here.
        byte[] bytes = Guid.NewGuid().ToByteArray();
        byte[] others = Guid.NewGuid().ToByteArray();
        for (int i = 0; i < KeyBytes; i++)
        {
            // Shifted, so that the fixed bits of each GUID are combined with random bits of the other.
            bytes[i] ^= others[(i + 4) % KeyBytes];
        }

        char[] digits = new char[2 * KeyBytes];
        WriteHex(bytes, digits);
        return new string(digits);
    }

    private static string CreateNext() =>
        (s_keys ??= new IdempotencyKeys(RandomNumberGenerator.Fill, TimeProvider.System)).Next();

    /// <summary>Creates a key from unused bytes.</summary>
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

    // Convert would make a process compile its vector code for the first call.
    private static void WriteHex(ReadOnlySpan<byte> bytes, Span<char> digits)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            digits[2 * i] = "0123456789abcdef"[bytes[i] >> 4];
            digits[(2 * i) + 1] = "0123456789abcdef"[bytes[i] & 0xF];
        }
    }
}
