using System.Net.Http.Headers;
using System.Text.Json;
using Lattice.Stripe;
using Microsoft.Extensions.Options;

namespace Onboarding.Sellers;

/// <summary>Retrieves the state of an account from Stripe. This is a GET request, which the SDK does not cover.</summary>
internal sealed partial class StripeAccounts(HttpClient http, IOptions<StripeClientOptions> options, ILogger<StripeAccounts> logger)
    : IAccounts
{
    public async Task<AccountState> GetStateAsync(string account, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get, $"{options.Value.BaseAddress.AbsoluteUri.TrimEnd('/')}/v1/accounts/{Uri.EscapeDataString(account)}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.ApiKey!.Value.Reveal());
        try
        {
            using HttpResponseMessage response = await http.SendAsync(request, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                LogErrorStatus(account, (int)response.StatusCode);
                return AccountState.Unknown;
            }

            await using Stream body = await response.Content.ReadAsStreamAsync(cancellationToken);
            using JsonDocument json = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            AccountState state = GetState(json.RootElement);
            if (state == AccountState.Unknown)
            {
                LogFailed(account, "the response is not an account");
            }

            return state;
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or IOException)
        {
            LogFailed(account, exception.GetType().Name);
            return AccountState.Unknown;
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(account, "timeout");
            return AccountState.Unknown;
        }
    }

    private static AccountState GetState(JsonElement account) => GetFlag(account, "details_submitted") switch
    {
        null => AccountState.Unknown,
        false => AccountState.NotSubmitted,
        true when IsAnythingDue(account) => AccountState.NeedsInformation,
        true when GetFlag(account, "charges_enabled") == true && GetFlag(account, "payouts_enabled") == true => AccountState.Active,
        true => AccountState.InReview,
    };

    private static bool? GetFlag(JsonElement account, string field) =>
        account.ValueKind == JsonValueKind.Object
        && account.TryGetProperty(field, out JsonElement value)
        && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : null;

    private static bool IsAnythingDue(JsonElement account) =>
        account.TryGetProperty("requirements", out JsonElement requirements)
        && requirements.ValueKind == JsonValueKind.Object
        && requirements.TryGetProperty("currently_due", out JsonElement due)
        && due.ValueKind == JsonValueKind.Array
        && due.GetArrayLength() > 0;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The state of {Account} could not be retrieved from Stripe: status {StatusCode}")]
    private partial void LogErrorStatus(string account, int statusCode);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The state of {Account} could not be retrieved from Stripe: {Reason}")]
    private partial void LogFailed(string account, string reason);
}
