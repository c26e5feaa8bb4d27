using System.Runtime.CompilerServices;
using System.Text;
using Lattice.Stripe.Serialization.Form;
using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Tests.Serialization.Json;

/// <summary>Reads a response as a resource of a test's own type.</summary>
internal static class ResponseReading
{
    /// <summary>The resource that a call returns for this response.</summary>
    public static Task<T> ReadAsync<T>(string json, StripeObjectReader<T> reader)
        where T : StripeResource => Describe(reader).SendAsync(Response(json).Client, [], null, null, CancellationToken.None);

    /// <inheritdoc cref="ReadAsync{T}(string, StripeObjectReader{T})"/>
    public static Task<T> ReadAsync<T>(string json)
        where T : StripeResource, IJsonReadable<T> => ReadAsync(json, StripeJsonReader.Read<T>);

    /// <summary>The error that a call returns for this response.</summary>
    public static async Task<StripeError> FailAsync<T>(
        string json, StripeObjectReader<T> reader, Action<StripeClientOptions>? configure = null)
        where T : StripeResource
    {
        StripeClient client = Response(json, configure).Client;
        StripeResult<T> result = await Describe(reader).TrySendAsync(client, [], null, null, CancellationToken.None);
        return result.Error ?? throw new InvalidOperationException("The response was read.");
    }

    /// <inheritdoc cref="FailAsync{T}(string, StripeObjectReader{T}, Action{StripeClientOptions}?)"/>
    public static Task<StripeError> FailAsync<T>(string json, Action<StripeClientOptions>? configure = null)
        where T : StripeResource, IJsonReadable<T> => FailAsync(json, StripeJsonReader.Read<T>, configure);

    /// <summary>
    /// Reads on this thread and without a client, so that only the reader is measured, and so that its token can be
    /// canceled.
    /// </summary>
    public static T Read<T>(string json, StripeObjectReader<T> reader, CancellationToken cancellationToken = default)
        where T : StripeObject => Read(Encoding.UTF8.GetBytes(json), reader, cancellationToken);

    /// <inheritdoc cref="Read{T}(string, StripeObjectReader{T}, CancellationToken)"/>
    public static T Read<T>(string json, CancellationToken cancellationToken = default)
        where T : StripeObject, IJsonReadable<T> => Read(json, StripeJsonReader.Read<T>, cancellationToken);

    /// <inheritdoc cref="Read{T}(string, StripeObjectReader{T}, CancellationToken)"/>
    public static T Read<T>(byte[] utf8Json, StripeObjectReader<T> reader, CancellationToken cancellationToken = default)
        where T : StripeObject
    {
        StripeJsonReader json = Create(utf8Json, cancellationToken);
        Advance(ref json);
        return reader(ref json);
    }

    /// <summary>What the reading allocates on this thread, in bytes: at least as much as the object keeps.</summary>
    public static (T Value, long Allocated) Measure<T>(string json)
        where T : StripeObject, IJsonReadable<T>
    {
        byte[] utf8Json = Encoding.UTF8.GetBytes(json);
        long before = GC.GetAllocatedBytesForCurrentThread();
        T value = Read(utf8Json, StripeJsonReader.Read<T>);
        return (value, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static Caller Response(string json, Action<StripeClientOptions>? configure = null) =>
        new(StubHandler.Responding(200, json, ("Request-Id", "req_1")), configure);

    private static StripeOperation<FormParams, T> Describe<T>(StripeObjectReader<T> reader)
        where T : StripeResource =>
        new("Test.Create", HttpMethod.Post, "/v1/tests", Thing.ApiVersion, reader);

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern StripeJsonReader Create(ReadOnlySpan<byte> utf8Json, CancellationToken cancellationToken);

    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    private static extern void Advance(ref StripeJsonReader json);
}
