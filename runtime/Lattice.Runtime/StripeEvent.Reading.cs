using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe;

/// <content>Reads an event of API v1 or v2.</content>
public sealed partial class StripeEvent
{
    private StripeEvent(ref StripeJsonReader json, byte[]? data)
        : base(ref json) =>
        _data = data;

    static StripeEvent IJsonReadable<StripeEvent>.Read(ref StripeJsonReader json)
    {
        string? id = null, @object = null, type = null, apiVersion = null, account = null, context = null, snapshotEvent = null;
        DateTimeOffset? created = null;
        bool? livemode = null;
        StripeRelatedObject? relatedObject = null;
        byte[]? data = null;
        while (json.ReadFields())
        {
            if (json.IsField("account"u8))
            {
                account = json.ReadString();
            }

            if (json.IsField("api_version"u8))
            {
                apiVersion = json.ReadString();
            }

            if (json.IsField("context"u8))
            {
                context = json.ReadString();
            }

            if (json.IsField("created"u8))
            {
                created = json.ReadAnyTime();
            }

            if (json.IsField("data"u8))
            {
                data = json.ReadRawJson();
            }

            if (json.IsField("id"u8))
            {
                id = json.ReadString();
            }

            if (json.IsField("livemode"u8))
            {
                livemode = json.ReadBoolean();
            }

            if (json.IsField("object"u8))
            {
                @object = json.ReadString();
            }

            if (json.IsField("related_object"u8))
            {
                relatedObject = json.ReadObject<StripeRelatedObject>();
            }

            if (json.IsField("snapshot_event"u8))
            {
                snapshotEvent = json.ReadString();
            }

            if (json.IsField("type"u8))
            {
                type = json.ReadString();
            }
        }

        json.AddIfMissing(created is null, nameof(StripeEvent), "created");
        json.AddIfMissing(id is null, nameof(StripeEvent), "id");
        json.AddIfMissing(livemode is null, nameof(StripeEvent), "livemode");
        json.AddIfMissing(@object is null, nameof(StripeEvent), "object");
        json.AddIfMissing(type is null, nameof(StripeEvent), "type");
        return new StripeEvent(ref json, data)
        {
            Id = id ?? "",
            Object = @object ?? "",
            Type = type ?? "",
            Created = created.GetValueOrDefault(),
            Livemode = livemode.GetValueOrDefault(),
            ApiVersion = apiVersion,
            Account = account,
            Context = context,
            RelatedObject = relatedObject,
            SnapshotEvent = snapshotEvent,
        };
    }
}
