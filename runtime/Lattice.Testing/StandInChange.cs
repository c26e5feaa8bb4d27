using System.Text.Json;
using Lattice.Stripe.Testing.Redaction;

namespace Lattice.Stripe.Testing;

/// <summary>
/// A change of an object that the stand-in keeps, as a webhook would report it. See <see cref="StripeStandInOptions.OnChanged"/>.
/// </summary>
public sealed class StandInChange
{
    internal StandInChange(string type, JsonElement @object, string? account, bool livemode, string eventJson)
    {
        Type = type;
        Object = @object;
        Account = account;
        IsLivemode = livemode;
        EventJson = eventJson;
    }

    /// <summary>
    /// The kind of object and what happened to it, such as <c>account.updated</c>. It ends in <c>.created</c>, <c>.updated</c> or
    /// <c>.deleted</c>. Stripe has other types for some changes, such as <c>payment_intent.succeeded</c>; the object has the status.
    /// </summary>
    public string Type { get; }

    /// <summary>The object after the change; a deleted object as it was before.</summary>
    public JsonElement Object { get; }

    /// <summary>
    /// The connected account that the change concerns: that of the request's headers, or the changed account itself; null: the platform.
    /// </summary>
    public string? Account { get; }

    /// <summary>Whether the object is in live mode.</summary>
    public bool IsLivemode { get; }

    /// <summary>
    /// The change as an event of API v1 in JSON, the payload of a webhook: <c>id</c>, <c>type</c>, <c>data.object</c>, and
    /// <c>account</c> if it concerns a connected account.
    /// </summary>
    public string EventJson { get; }

    /// <summary>The type, and the id of the object.</summary>
    public override string ToString() => Object.TryGetProperty("id", out JsonElement id) ? MessageText.Show($"{Type} {id}") : Type;
}
