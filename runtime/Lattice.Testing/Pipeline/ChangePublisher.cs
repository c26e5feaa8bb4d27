using System.Text;
using System.Text.Json;
using Lattice.Stripe.Testing.Operations;
using Lattice.Stripe.Testing.Responses;
using Lattice.Stripe.Testing.Storage;

namespace Lattice.Stripe.Testing.Pipeline;

/// <summary>Reports the changes of objects to the test, and to the server that sends webhooks.</summary>
internal sealed class ChangePublisher(StripeStandInOptions options, StripeSlice slice)
{
    private const string Account = "account";
    private const int IdLength = 24;

    /// <summary>Raised for each change, as <see cref="StripeStandInOptions.OnChanged"/> is.</summary>
    public event Action<StandInChange>? Changed;

    /// <param name="changes">The changes.</param>
    /// <param name="text">The source of the ids of events.</param>
    /// <param name="cause">What makes the ids differ from those of other changes with the same source.</param>
    public void Publish(IReadOnlyList<ObjectChange> changes, DeterministicText text, string cause = "request")
    {
        Action<StandInChange>? report = Changed + options.OnChanged;
        if (report is null)
        {
            return;
        }

        for (int i = 0; i < changes.Count; i++)
        {
            report(Describe(changes[i], $"evt_{text.Take($"event/{cause}/{i}", IdLength)}"));
        }
    }

    private StandInChange Describe(ObjectChange change, string eventId)
    {
        StoredObject stored = change.Object;
        string type = $"{NameOf(stored)}.{change.Kind.ToString().ToLowerInvariant()}";
        string? account = stored.Kind == Account ? stored.Id : stored.Key.Scope.Account;
        using JsonDocument document = JsonDocument.Parse(stored.Json);
        JsonElement value = document.RootElement.Clone();
        byte[] json = JsonResponse.Write(writer => WriteEvent(writer, eventId, type, account, stored, value));
        return new StandInChange(type, value, account, stored.Key.Scope.Livemode, Encoding.UTF8.GetString(json));
    }

    /// <summary>The name of the object in types of events.</summary>
    private static string NameOf(StoredObject stored) => stored.Kind switch
    {
        "subscription" or "tax_id" or "source" => $"customer.{stored.Kind}",
        _ => stored.Kind,
    };

    private void WriteEvent(Utf8JsonWriter json, string id, string type, string? account, StoredObject stored, JsonElement value)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("object", "event");
        if (account is not null)
        {
            json.WriteString("account", account);
        }

        json.WriteString("api_version", slice.ApiVersion);
        json.WriteNumber("created", options.TimeProvider.GetUtcNow().ToUnixTimeSeconds());
        json.WriteStartObject("data");
        json.WritePropertyName("object");
        value.WriteTo(json);
        json.WriteEndObject();
        json.WriteBoolean("livemode", stored.Key.Scope.Livemode);
        json.WriteNumber("pending_webhooks", 1);
        json.WriteNull("request");
        json.WriteString("type", type);
        json.WriteEndObject();
    }
}
