using Lattice.Stripe.Testing.Tests.Support;
using Lattice.Stripe.Testing.Tests.Widgets;

namespace Lattice.Stripe.Testing.Tests.Assertions;

/// <summary>Values that a parameter never has.</summary>
public sealed class ExpectedValueTests : IDisposable
{
    private const string Things = """
        { "type": "object", "properties": {
          "closed": { "type": "string", "enum": ["large", "small"] },
          "open": { "type": "string", "enum": ["large", "small"], "x-stripeBypassValidation": true },
          "opens": { "type": "array", "items": { "type": "string", "enum": ["large"], "x-stripeBypassValidation": true } },
          "many": { "type": "array", "items": { "type": "string", "enum": ["large", "small"] } },
          "flag": { "type": "boolean" },
          "since": { "type": "integer", "format": "unix-time" },
          "counts": { "type": "object", "additionalProperties": { "type": "integer" } },
          "end": { "anyOf": [{ "type": "integer" }, { "type": "string", "enum": ["now"] }] },
          "range": { "anyOf": [{ "type": "object", "properties": { "gt": { "type": "integer" } } }, { "type": "integer" }] },
          "clearable": { "anyOf": [{ "type": "object", "properties": { "a": { "type": "string" } } }, { "type": "string", "enum": [""] }] } } }
        """;

    private readonly StripeStandIn _stripe = WidgetSlice.CreateStandIn();
    private readonly StripeStandIn _things = new(new StripeStandInOptions { Slice = StripeSlice.Parse(Slice.Accepting(Things)) });

    public void Dispose()
    {
        _stripe.Dispose();
        _things.Dispose();
    }

    [Theory]
    [InlineData("closed", "larg", "never takes \"larg\" for 'closed', which is one of \"large\", \"small\". Did you mean \"large\"?")]
    [InlineData("closed", "Large", "never takes \"Large\" for 'closed', which is one of \"large\", \"small\". Did you mean \"large\"?")]
    [InlineData("closed", "", "never takes \"\" for 'closed', which is one of \"large\", \"small\".")]
    [InlineData("open", "smal", "never takes \"smal\" for 'open', which is one of \"large\", \"small\". Did you mean \"small\"?")]
    [InlineData("opens[0]", "larg", "never takes \"larg\" for 'opens[0]', which is \"large\". Did you mean \"large\"?")]
    [InlineData("many[3]", "tiny!", "never takes \"tiny!\" for 'many[3]', which is one of \"large\", \"small\".")]
    [InlineData("many", "large", "never takes \"large\" for 'many', which is a list: expect an element of it, such as 'many[0]'.")]
    [InlineData("flag", "yes", "never takes \"yes\" for 'flag', which is true or false.")]
    [InlineData("flag", "True", "never takes \"True\" for 'flag', which is true or false. Did you mean \"true\"?")]
    [InlineData("since", "2020-01-31", "never takes \"2020-01-31\" for 'since', which is a time in Unix seconds.")]
    [InlineData("counts[a]", "abc", "never takes \"abc\" for 'counts[a]', which is an integer.")]
    [InlineData("counts", "1", "never takes \"1\" for 'counts', which is an object: expect a parameter in it, such as 'counts[key]'.")]
    [InlineData("end", "noww", "never takes \"noww\" for 'end', which is an integer or \"now\". Did you mean \"now\"?")]
    [InlineData("range", "all", "never takes \"all\" for 'range', which is an object: expect a parameter in it, such as 'range[gt]' or an integer.")]
    [InlineData("clearable", "a", "never takes \"a\" for 'clearable', which is an object: expect a parameter in it, such as 'clearable[a]' or \"\".")]
    [InlineData("closed[a]", "large", "has no parameter 'closed[a]': 'closed' is a single value, without parameters in it.")]
    [InlineData("many[a]", "large", "has no parameter 'many[a]': 'many' is a list, whose elements have numbers, such as 'many[0]'.")]
    public void A_value_that_the_parameter_never_has_is_told_whatever_is_asserted(string name, string value, string error) => Assert.All(
        (string[])
        [
            MessageOf(() => _things.AssertReceived(HttpMethod.Post, "/v1/things", request => request.WithParameter(name, value))),
            MessageOf(() => _things.AssertNotReceived(HttpMethod.Post, "/v1/things", request => request.WithParameter(name, value))),
        ],
        message => Assert.Equal($"The operation POST /v1/things {error}", message));

    [Theory]
    [InlineData("closed", "small")]
    [InlineData("open", "small")]
    [InlineData("many[12]", "small")]
    [InlineData("flag", "false")]
    [InlineData("since", "1700000000")]
    [InlineData("counts[any key]", "-1")]
    [InlineData("counts[any key]", "")]
    [InlineData("end", "now")]
    [InlineData("end", "5")]
    [InlineData("range", "5")]
    [InlineData("range[gt]", "5")]
    [InlineData("clearable", "")]
    [InlineData("clearable[a]", "")]
    public void A_value_that_the_parameter_can_have_is_accepted(string name, string value)
        => _things.AssertNotReceived(HttpMethod.Post, "/v1/things", request => request.WithParameter(name, value));

    [Theory]
    [InlineData("open", "a value of the future")]
    [InlineData("opens[0]", "a value of the future")]
    public void A_value_that_is_not_listed_is_accepted_if_the_stand_in_accepts_it(string name, string value)
    {
        using var things = new StripeStandIn(new StripeStandInOptions
        {
            Slice = StripeSlice.Parse(Slice.Accepting(Things)),
            AllowUnlistedValues = true,
        });

        things.AssertNotReceived(HttpMethod.Post, "/v1/things", request => request.WithParameter(name, value));
    }

    [Theory]
    [InlineData("kind", "larg", "\"large\"?")]
    [InlineData("active", "yes", "true or false.")]
    [InlineData("amount", "abc", "an integer.")]
    [InlineData("count", "abc", "an integer.")]
    [InlineData("at", "today", "a time as in RFC 3339, such as 2020-01-31T23:59:59Z.")]
    [InlineData("sizes[0]", "abc", "an integer.")]
    [InlineData("sizes", "1", "such as 'sizes[0]'.")]
    [InlineData("options", "red", "such as 'options.color'.")]
    [InlineData("metadata", "red", "such as 'metadata.key'.")]
    public void Values_in_JSON_are_checked(string name, string value, string end) => Assert.EndsWith(
        end,
        MessageOf(() => _stripe.AssertNotReceived(Widgets.V2.Core.Widget.CreateOperation, request => request.WithParameter(name, value))),
        StringComparison.Ordinal);

    [Fact]
    public void Values_that_stand_for_nothing_in_JSON_are_accepted() => _stripe.AssertNotReceived(
        Widgets.V2.Core.Widget.CreateOperation,
        request => request.WithParameter("kind", "null").WithParameter("sizes", "[]").WithParameter("options", "{}"));

    [Theory]
    [InlineData("bb")]
    public void A_value_in_typed_parameters_is_told(string mode)
    {
        var parameters = new WidgetCreateParams { Name = "n", Mode = mode };

        Assert.All(
            (string[])
            [
                MessageOf(() => _stripe.AssertReceived(Widget.CreateOperation, parameters)),
                MessageOf(() => _stripe.AssertNotReceived(Widget.CreateOperation, parameters)),
            ],
            message => Assert.Equal(
                "The operation POST /v1/widgets never takes \"bb\" for 'mode', which is one of \"a\", \"b\". Did you mean \"b\"?", message));
    }

    [Fact]
    public async Task Text_of_any_length_and_keys_of_metadata_are_accepted()
    {
        await Widget.CreateAsync(_stripe.Client, new WidgetCreateParams { Name = "n" });

        _stripe.AssertNotReceived(Widget.CreateOperation, request => request
            .WithParameter("name", new string('x', 10_000))
            .WithParameter("metadata[any]", "")
            .WithParameter("anything[a]", "x"));
    }

    [Theory]
    [InlineData("c")]
    public async Task A_value_that_was_sent_can_be_expected_although_the_parameter_never_has_it(string mode)
    {
        var parameters = new WidgetCreateParams { Name = "n", Mode = mode };
        await Widget.TryCreateAsync(_stripe.Client, parameters);

        _stripe.AssertReceived(Widget.CreateOperation, parameters);
        ReceivedRequest request = _stripe.AssertReceived(Widget.CreateOperation, expected => expected.WithParameter("mode", mode));
        Assert.Equal(400, request.StatusCode);
        Assert.Contains("none was expected", MessageOf(() => _stripe.AssertNotReceived(Widget.CreateOperation, parameters)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4eC39HqLyjWDarjtT1zdp7dc")]
    public void A_secret_that_is_expected_is_not_shown(string secret) => Assert.Equal(
        "The operation POST /v1/things never takes \"sk_live_…[redacted]\" for 'since', which is a time in Unix seconds.",
        MessageOf(() => _things.AssertNotReceived(
            HttpMethod.Post, "/v1/things", request => request.WithParameter("since", "sk_live_" + secret))));

    private static string MessageOf(Action assert) => Assert.Throws<StripeAssertionException>(assert).Message;
}
