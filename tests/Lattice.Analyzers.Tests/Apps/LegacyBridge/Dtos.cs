using Lattice.Stripe;
using Lattice.Stripe.BillingPortal;

namespace Fabrikam.LegacyBridge
{
    public enum BridgeStatus { Ok, TryAgain, AskAgainWithSameKey, Misconfigured, Rejected }

    public sealed class BridgeResult<T>
    {
        public BridgeStatus Status { get; set; }
        public T Value { get; set; }
        public string Reference { get; set; }
        public string IdempotencyKey { get; set; }
    }

    /// <summary>A page to send the browser to. The address stays a secret on its way through the old pipeline and its logs.</summary>
    public sealed class PageDto
    {
        public SecretString Address { get; set; }
        public DateTime? ExpiresUtc { get; set; }
    }

    public sealed class EventDto
    {
        public string Id { get; set; }
        public string Kind { get; set; }
        public string Subject { get; set; }
        public bool IsTest { get; set; }
    }

    /// <summary>Maps what the SDK returns to our own types, which the rest of the code base knows.</summary>
    public static class BridgeMapper
    {
        public static PageDto ToDto(AccountLink link) => new PageDto { Address = link.Url, ExpiresUtc = link.ExpiresAt.UtcDateTime };

        public static PageDto ToDto(Session session) => new PageDto { Address = session.Url };

        public static BridgeResult<TDto> Map<TResource, TDto>(this StripeResult<TResource> result, Func<TResource, TDto> map)
            where TResource : StripeResource
        {
            if (result.IsSuccess)
                return new BridgeResult<TDto> { Value = map(result.Value), Reference = result.Response.RequestId };

            StripeError error = result.Error;
            return new BridgeResult<TDto> { Status = ToStatus(error), Reference = error.RequestId, IdempotencyKey = error.IdempotencyKey };
        }

        public static BridgeStatus ToStatus(StripeError error)
        {
            if (error.IsOutcomeUnknown)
                return BridgeStatus.AskAgainWithSameKey;

            switch (error.Type.Value)
            {
                case StripeErrorType.AuthenticationError: case StripeErrorType.PermissionError:
                    return BridgeStatus.Misconfigured;
                case StripeErrorType.ConnectionError:
                case StripeErrorType.RateLimitError:
                    return BridgeStatus.TryAgain;
                default:
                    return BridgeStatus.Rejected;
            }
        }

        /// <exception cref="StripeWebhookException">The request is not from Stripe.</exception>
        public static EventDto ToDto(byte[] body, string signature, IEnumerable<string> secrets)
        {
            SecretString[] accepted = secrets.Select(secret => new SecretString(secret)).ToArray();
            StripeEvent received = StripeWebhook.Verify(body, signature, accepted);
            Session session;
            string subject = received.TryReadObject(out session) ? session.Customer : received.Account ?? received.RelatedObject?.Id;
            return new EventDto { Id = received.Id, Kind = received.Type, Subject = subject, IsTest = !received.Livemode };
        }
    }
}
