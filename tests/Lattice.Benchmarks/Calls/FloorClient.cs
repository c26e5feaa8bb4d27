using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Lattice.Benchmarks.Calls;

internal sealed class FloorLink
{
    public string Object { get; init; } = "";

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public string Url { get; init; } = "";
}

/// <summary>
/// The floor: what an expert writes by hand for this one call. The body is written directly to pooled UTF-8 bytes, and the response is read
/// from pooled bytes. There are no retries, errors, or options. The headers and the timeout are those of the library, except for
/// <c>Accept-Encoding</c>.
/// </summary>
internal sealed class FloorClient(HttpClient http, Uri? baseAddress = null)
{
    private static readonly SearchValues<byte> s_plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789*-._"u8);

    private readonly Uri _address = new(baseAddress ?? new Uri("https://api.stripe.com/"), "v1/account_links");
    private readonly string _authorization = "Bearer " + Example.ApiKey;

    public static HttpClient CreateHttpClient(HttpMessageHandler handler) => new(handler) { Timeout = TimeSpan.FromSeconds(80) };

    public async Task<FloorLink> CreateAsync(
        string account, string type, string refreshUrl, string returnUrl, string fields, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(1024);
        try
        {
            int length = Encode(buffer, account, type, refreshUrl, returnUrl, fields);
            using HttpRequestMessage request = CreateRequest(buffer, length);
            using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
            response.EnsureSuccessStatusCode();
            return await ReadAsync(response.Content, buffer, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>Writes the form body and returns its length.</summary>
    public static int Encode(byte[] buffer, string account, string type, string refreshUrl, string returnUrl, string fields)
    {
        int length = 0;
        Write(buffer, ref length, "account="u8, account);
        Write(buffer, ref length, "&collection_options[fields]="u8, fields);
        Write(buffer, ref length, "&refresh_url="u8, refreshUrl);
        Write(buffer, ref length, "&return_url="u8, returnUrl);
        Write(buffer, ref length, "&type="u8, type);
        return length;
    }

    public static FloorLink Decode(ReadOnlySpan<byte> body)
    {
        var json = new Utf8JsonReader(body);
        string? type = null, url = null;
        long created = 0, expiresAt = 0;
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("object"u8))
            {
                json.Read();
                type = json.GetString();
            }
            else if (json.ValueTextEquals("created"u8))
            {
                json.Read();
                created = json.GetInt64();
            }
            else if (json.ValueTextEquals("expires_at"u8))
            {
                json.Read();
                expiresAt = json.GetInt64();
            }
            else if (json.ValueTextEquals("url"u8))
            {
                json.Read();
                url = json.GetString();
            }
            else
            {
                json.Skip();
            }
        }

        return new FloorLink
        {
            Object = type ?? "",
            Created = DateTimeOffset.FromUnixTimeSeconds(created),
            ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(expiresAt),
            Url = url ?? "",
        };
    }

    private HttpRequestMessage CreateRequest(byte[] body, int length)
    {
        var content = new ByteArrayContent(body, 0, length);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded");
        var request = new HttpRequestMessage(HttpMethod.Post, _address)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            Content = content,
        };
        request.Headers.TryAddWithoutValidation("Authorization", _authorization);
        request.Headers.TryAddWithoutValidation("Stripe-Version", "2026-09-30.endive");
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", Example.UserAgent);
        request.Headers.TryAddWithoutValidation("X-Stripe-Client-User-Agent", Example.ClientUserAgent);
        request.Headers.TryAddWithoutValidation("Idempotency-Key", Guid.NewGuid().ToString("N"));
        return request;
    }

    // The request no longer needs the buffer, so the response is read into it.
    private static async ValueTask<FloorLink> ReadAsync(HttpContent content, byte[] buffer, CancellationToken cancellationToken)
    {
        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        int length = 0, read;
        while ((read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false)) > 0)
        {
            length += read;
        }

        return Decode(buffer.AsSpan(0, length));
    }

    private static void Write(byte[] buffer, ref int length, ReadOnlySpan<byte> name, string value)
    {
        name.CopyTo(buffer.AsSpan(length));
        length += name.Length;
        Span<byte> utf8 = stackalloc byte[256];
        ReadOnlySpan<byte> rest = utf8[..Encoding.UTF8.GetBytes(value, utf8)];
        while (!rest.IsEmpty)
        {
            int plain = rest.IndexOfAnyExcept(s_plain);
            plain = plain < 0 ? rest.Length : plain;
            rest[..plain].CopyTo(buffer.AsSpan(length));
            length += plain;
            rest = rest[plain..];
            if (!rest.IsEmpty)
            {
                length += Escape(rest[0], buffer.AsSpan(length));
                rest = rest[1..];
            }
        }
    }

    private static int Escape(byte value, Span<byte> destination)
    {
        if (value == ' ')
        {
            destination[0] = (byte)'+';
            return 1;
        }

        destination[0] = (byte)'%';
        destination[1] = "0123456789ABCDEF"u8[value >> 4];
        destination[2] = "0123456789ABCDEF"u8[value & 15];
        return 3;
    }
}
