using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lattice.Stripe.Tests.Errors;

/// <summary>A file of <c>Cases</c>: a response, and the error that it must be read as.</summary>
internal sealed record ErrorCase
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Errors", "Cases");

    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,

        // Every property of a case must be known.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The names of all files.</summary>
    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(s_folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    public required int Status { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The body, in one of four forms: a text,</summary>
    public string? Body { get; init; }

    /// <summary>a JSON value, sent as it is in the file,</summary>
    public JsonElement? Json { get; init; }

    /// <summary>bytes,</summary>
    public byte[]? Base64 { get; init; }

    /// <summary>or a text that is repeated.</summary>
    public RepeatedText? Repeat { get; init; }

    /// <summary>Texts that are shown nowhere.</summary>
    public IReadOnlyList<string> Hidden { get; init; } = [];

    public required ExpectedError Expected { get; init; }

    public static ErrorCase Read(string name) =>
        JsonSerializer.Deserialize<ErrorCase>(File.ReadAllText(Path.Combine(s_folder, name)), s_options)!;

    public byte[] GetBytes()
    {
        byte[]?[] forms =
        [
            Body is null ? null : Encoding.UTF8.GetBytes(Body),
            Json is null ? null : Encoding.UTF8.GetBytes(Json.Value.GetRawText()),
            Base64,
            Repeat is null ? null : Encoding.UTF8.GetBytes(Repeat.ToString()),
        ];
        return Assert.Single(forms.OfType<byte[]>());
    }
}

/// <summary>A text for bodies that are too large for a file.</summary>
internal sealed record RepeatedText
{
    public string Before { get; init; } = "";

    public required string Text { get; init; }

    public required int Count { get; init; }

    /// <summary>The text that is repeated this many times after <see cref="Text"/>.</summary>
    public string Then { get; init; } = "";

    public string After { get; init; } = "";

    public override string ToString() =>
        Before + string.Concat(Enumerable.Repeat(Text, Count)) + string.Concat(Enumerable.Repeat(Then, Count)) + After;
}

/// <summary>What an error holds; what is not named is absent.</summary>
internal sealed record ExpectedError
{
    public required string Type { get; init; }

    public string? Code { get; init; }

    public string? DeclineCode { get; init; }

    public string? AdviceCode { get; init; }

    public string? Param { get; init; }

    public string? Message { get; init; }

    public string? DocUrl { get; init; }

    public string? RequestLogUrl { get; init; }

    public string? Charge { get; init; }

    public string? UserMessage { get; init; }

    public string? RequestId { get; init; }

    /// <summary>In seconds.</summary>
    public double? RetryAfter { get; init; }

    public bool IsOutcomeUnknown { get; init; }

    public IReadOnlyDictionary<string, JsonElement> ExtraFields { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>The text form of the error, which is the message of the exception.</summary>
    public required string Text { get; init; }

    /// <summary>The expectation for an error; its text must be that of both the error and the exception.</summary>
    public static ExpectedError Of(StripeError error) => new()
    {
        Type = error.Type.Value,
        Code = error.Code,
        DeclineCode = error.DeclineCode,
        AdviceCode = error.AdviceCode,
        Param = error.Param,
        Message = error.Message,
        DocUrl = error.DocUrl,
        RequestLogUrl = error.RequestLogUrl,
        Charge = error.Charge,
        UserMessage = error.UserMessage,
        RequestId = error.RequestId,
        RetryAfter = error.RetryAfter?.TotalSeconds,
        IsOutcomeUnknown = error.IsOutcomeUnknown,
        ExtraFields = error.GetExtraFields(),
        Text = error.ToString(),
    };
}
