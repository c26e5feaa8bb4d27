using System.Text.Json;
using Mono.Cecil;

namespace Lattice.Stripe.Tests.Webhooks;

/// <summary>Nothing that is shown, measured or linked says more than it must.</summary>
public sealed class WebhookSecrecyTests
{
    private static readonly string s_signature = SignedRequest.Sign(secret: SignedRequest.OtherSecret);

    [Fact]
    public void Messages_say_what_to_do_and_contain_no_secret_signature_or_payload()
    {
        StripeWebhookResult[] results =
        [
            SignedRequest.TryVerify(null),
            SignedRequest.TryVerify(s_signature),
            SignedRequest.TryVerify($"t={s_signature},v1={s_signature}"),
            SignedRequest.TryVerify($"t={SignedRequest.Time},v0={s_signature}"),
            SignedRequest.TryVerify($"t={SignedRequest.Time},v1={s_signature}"),
            SignedRequest.TryVerify(SignedRequest.Header, secondsLater: 301),
            SignedRequest.TryVerify(SignedRequest.Header, secondsLater: -301),
            SignedRequest.TryVerify($"t={SignedRequest.Time},v1={SignedRequest.Sign("evt_1 hidden")}", "evt_1 hidden"),
        ];

        Assert.Equal(Enum.GetValues<StripeWebhookFailure>(), results.Select(result => result.Failure!.Value).Distinct());
        Assert.All(results, result =>
        {
            var exception = Assert.Throws<StripeWebhookException>(result.GetEventOrThrow);
            Assert.All(new[] { result.Message!, result.ToString(), exception.ToString() }, text => Assert.All(
                new[] { "hidden", "evt_1", "acct_1", s_signature[..8], SignedRequest.Sign()[..8] },
                secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal)));
            Assert.InRange(result.Message!.Length, 40, 400);
            Assert.DoesNotContain('\n', result.Message);
            Assert.Equal($"Failure: {result.Failure}", result.ToString());
        });
        Assert.Contains("serialized again cannot be verified", results[4].Message, StringComparison.Ordinal);
        Assert.Contains("each endpoint has its own", results[4].Message, StringComparison.Ordinal);
        Assert.Contains("301 seconds ago, and the tolerance is 300 seconds", results[5].Message, StringComparison.Ordinal);
        Assert.Contains("301 seconds in the future, and the tolerance is 300 seconds", results[6].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_without_a_message_names_its_reason() =>
        Assert.Equal(
            "The webhook was rejected: SignatureMismatch.",
            new StripeWebhookException(StripeWebhookFailure.SignatureMismatch).Message);

    [Fact]
    public void Serializers_and_texts_show_no_data()
    {
        StripeEvent stripeEvent = SignedRequest.TryVerify(SignedRequest.Header).GetEventOrThrow();

        Assert.Equal(
            """{"id":"evt_1","object":"event","type":"account.updated","created":"2025-09-04T15:33:20+00:00","livemode":false,"api_version":"2020-01-01.test","account":null,"context":null,"related_object":null,"snapshot_event":null}""",
            JsonSerializer.Serialize(stripeEvent));
        Assert.Equal("StripeEvent", stripeEvent.ToString());
        Assert.Equal("Success", new StripeWebhookResult(stripeEvent).ToString());
    }

    /// <summary>No test can measure that reliably, so this one looks at what is called.</summary>
    [Fact]
    public void Signatures_are_compared_in_constant_time()
    {
        using ModuleDefinition runtime = ModuleDefinition.ReadModule(typeof(StripeWebhook).Assembly.Location);

        string[] calls = [.. runtime.Types.Where(IsOfWebhooks).SelectMany(type => type.Methods).Where(method => method.Name == "Contains")
            .SelectMany(method => method.Body.Instructions).Select(instruction => instruction.Operand).OfType<MethodReference>()
            .Select(method => method.Name)];

        Assert.Contains("FixedTimeEquals", calls);

        // The one comparison of texts is that of the name with v1.
        Assert.Single(calls, call => call is "SequenceEqual" or "Equals" or "op_Equality" or "StartsWith" or "CompareTo");
    }

    /// <summary>So trimming removes them from an app that only calls Stripe.</summary>
    [Fact]
    public void Nothing_but_webhooks_refers_to_webhooks()
    {
        using ModuleDefinition runtime = ModuleDefinition.ReadModule(typeof(StripeWebhook).Assembly.Location);

        Assert.Empty(
            from type in runtime.Types.Where(type => !IsOfWebhooks(type))
            from method in type.Methods.Concat(type.NestedTypes.SelectMany(nested => nested.Methods)).Where(method => method.HasBody)
            from instruction in method.Body.Instructions
            where instruction.Operand is MemberReference member
                && (IsOfWebhooks(member as TypeReference) || IsOfWebhooks(member.DeclaringType))
            select $"{method.FullName} refers to {instruction.Operand}");
    }

    private static bool IsOfWebhooks(TypeReference? type) => type is not null
        && (type.Namespace == "Lattice.Stripe.Webhooks" || type.DeclaringType?.Namespace == "Lattice.Stripe.Webhooks"
            || type.FullName.StartsWith("Lattice.Stripe.StripeWebhook", StringComparison.Ordinal)
            || type.FullName is "Lattice.Stripe.StripeEvent" or "Lattice.Stripe.StripeRelatedObject");
}
