using System.Text.Json;

namespace Lattice.Stripe.Tests.Webhooks;

/// <summary>The object in an event is read as a call reads it, and never as another type.</summary>
public sealed class EventObjectTests
{
    private const string Advice = "Check the event's Type before you read its object, or call TryReadObject.";

    [Fact]
    public void The_object_is_read_as_a_call_reads_it()
    {
        StripeEvent stripeEvent = Containing("""{"object":"account","id":"acct_1","details_submitted":true,"new":{"a":1},"owners":[{}]}""");

        Account account = stripeEvent.ReadObject<Account>();

        Assert.Equal(("acct_1", true), (account.Id, account.DetailsSubmitted));
        Assert.Equal("""{"a":1}""", account.GetExtraFields()["new"].GetRawText());
        Assert.Equal(["id", "object"], Assert.Single(account.Owners).GetMissingFields());
        Assert.Null(account.GetResponse());
        Assert.True(stripeEvent.TryReadObject(out Account? again));
        Assert.Equal("acct_1", again.Id);
    }

    [Fact]
    public void An_object_of_another_version_of_the_API_lacks_fields_and_is_read()
    {
        Account account = Containing("""{"object":"account"}""").ReadObject<Account>();

        Assert.Equal(["id"], account.GetMissingFields());
    }

    [Fact]
    public void A_case_of_a_union_is_read() =>
        Assert.Equal("acct_1", Containing("""{"object":"account","id":"acct_1"}""").ReadObject<ExternalAccount>().Account!.Id);

    [Fact]
    public void A_type_without_the_property_object_is_recognized_by_its_required_fields()
    {
        Assert.Equal("o", Containing("""{"name":"o"}""").ReadObject<Owner>().Name);
        AssertNotRead<Owner>(
            """{"parent":null}""", "contains an object without the property object, which cannot be read as Owner: it lacks name");
        AssertNotRead<Owner>(
            """{"object":"account","name":"o"}""",
            "contains an object of type 'account', which cannot be read as Owner: it has nothing that identifies it");
    }

    [Theory]
    [InlineData("""{"object":"charge","id":"acct_hidden"}""", "of type 'charge'", "it is not 'account'")]
    [InlineData("""{"object":"Account","id":"acct_hidden"}""", "of type 'other'", "it is not 'account'")]
    [InlineData("""{"object":"whsec_hidden","id":"acct_hidden"}""", "of type 'other'", "it is not 'account'")]
    [InlineData("""{"object":"","id":"acct_hidden"}""", "of type 'other'", "it is not 'account'")]
    [InlineData("""{"object":{"hidden":1},"id":"acct_hidden"}""", "without the property object", "it lacks object")]
    [InlineData("""{"id":"acct_hidden"}""", "without the property object", "it lacks object")]
    [InlineData("""{"owners":[{"object":"account"}]}""", "without the property object", "it lacks id, object")]
    [InlineData("{}", "without the property object", "it lacks id, object")]
    public void An_object_of_another_type_is_not_read_and_not_quoted(string json, string found, string difference) =>
        AssertNotRead<Account>(json, $"contains an object {found}, which cannot be read as Account: {difference}");

    [Fact]
    public void Neither_a_union_without_a_case_nor_a_type_without_fields_accepts_any_object()
    {
        const string Difference = "it has nothing that identifies it";
        AssertNotRead<ExternalAccount>(
            """{"object":"card"}""", $"contains an object of type 'card', which cannot be read as ExternalAccount: {Difference}");
        AssertNotRead<StripeEmpty>(
            """{"object":"card"}""", $"contains an object of type 'card', which cannot be read as StripeEmpty: {Difference}");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"hidden\"")]
    [InlineData("""{"object":null}""")]
    [InlineData("""{"object":"acct_hidden"}""")]
    [InlineData("""{"object":[{"object":"account","id":"acct_hidden"}]}""")]
    public void An_event_without_an_object_says_so(string data)
    {
        StripeEvent stripeEvent = StripeJson.Deserialize<StripeEvent>($$"""{"type":"account.updated","data":{{data}}}""");

        var exception = Assert.Throws<InvalidOperationException>(stripeEvent.ReadObject<Account>);

        Assert.Equal($"The event of type 'account.updated' contains no object. {Advice}", exception.Message);
        Assert.False(stripeEvent.TryReadObject(out Account? _));
    }

    [Fact]
    public void A_thin_event_says_where_its_object_is()
    {
        StripeEvent stripeEvent = StripeJson.Deserialize<StripeEvent>(
            """{"type":"v2.core.account.updated","related_object":{"id":"acct_hidden","url":"/v2/core/accounts/acct_hidden"}}""");

        var exception = Assert.Throws<InvalidOperationException>(stripeEvent.ReadObject<Account>);

        Assert.Equal(
            "The event of type 'v2.core.account.updated' contains no object. It refers to its object: "
            + "retrieve it by the Url of its RelatedObject.",
            exception.Message);
    }

    [Fact]
    public void Too_many_objects_are_rejected()
    {
        StripeEvent stripeEvent = Containing(
            $$"""{"object":"account","owners":[{{string.Join(',', Enumerable.Repeat("{}", 250_001))}}]}""");

        var exception = Assert.Throws<JsonException>(stripeEvent.ReadObject<Account>);

        Assert.Equal("The object of the event holds more than 250000 objects.", exception.Message);
    }

    private static StripeEvent Containing(string json) =>
        StripeJson.Deserialize<StripeEvent>($$"""{ "type": "account.updated", "data": { "object": {{json}} } }""");

    private static void AssertNotRead<T>(string json, string reason)
        where T : StripeObject, IJsonReadable<T>
    {
        StripeEvent stripeEvent = Containing(json);

        var exception = Assert.Throws<InvalidOperationException>(stripeEvent.ReadObject<T>);

        Assert.Equal($"The event of type 'account.updated' {reason}. {Advice}", exception.Message);
        Assert.DoesNotContain("hidden", exception.ToString(), StringComparison.Ordinal);
        Assert.False(stripeEvent.TryReadObject(out T? value));
        Assert.Null(value);
    }
}
