using Lattice.Stripe.Serialization.Json;

namespace Lattice.Stripe.Tests.Serialization.Form;

/// <summary>The extra parameters of a caller, in addition to those of the types.</summary>
public sealed class ExtraParameterTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData("a[b]", "a[b]")]
    [InlineData("a[b][0][c]", "a[b][0][c]")]
    [InlineData("a b[c&d]", "a+b[c%26d]")]
    [InlineData("a=1&c", "a%3D1%26c")]
    [InlineData("é[ü]", "%C3%A9[%C3%BC]")]
    [InlineData("textual", "textual")]
    [InlineData("te", "te")]
    [InlineData("text[a]", "text[a]")]
    public async Task The_brackets_of_a_name_are_structure_and_the_rest_is_encoded(string name, string expected)
    {
        string body = await Caller.EncodeAsync(new ThingParams { Text = "t" }, Extra((name, "x&y")));

        Assert.Equal($"text=t&{expected}=x%26y", body);
    }

    [Fact]
    public async Task Extra_parameters_are_sent_without_other_parameters_as_well()
    {
        Assert.Equal("a=1", await Caller.EncodeAsync(null, Extra(("a", "1"))));
        Assert.Equal("a=1&b[c]=", await Caller.EncodeAsync(new ThingParams(), Extra(("a", "1"), ("b[c]", ""))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[a]")]
    [InlineData("a[b")]
    [InlineData("a]")]
    [InlineData("a]b[c]")]
    [InlineData("a[b]]")]
    [InlineData("a[b]c")]
    [InlineData("a[b]c[d]")]
    [InlineData("a[[b]]")]
    [InlineData("a[")]
    public async Task A_malformed_name_is_rejected_before_anything_is_sent(string name)
    {
        using Caller caller = Caller.Succeeding();

        var exception = await Assert.ThrowsAsync<ArgumentException>(
            () => caller.TryAsync(new ThingParams(), Extra((name, "hidden-value"))));

        Assert.StartsWith(
            $"'{name}' is not the name of a parameter. Write it like 'a', 'a[b]' or 'a[0][b]'.", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-value", exception.Message, StringComparison.Ordinal);
        Assert.Empty(caller.Handler.Requests);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("child[text]")]
    [InlineData("texts[0]")]
    [InlineData("metadata[a b]")]
    public async Task A_name_that_is_already_written_is_rejected_without_its_value(string name)
    {
        using Caller caller = Caller.Succeeding();
        var parameters = new ThingParams
        {
            Text = "t",
            Child = new() { Text = "c" },
            Texts = ["0"],
            Metadata = new() { ["a b"] = "v" },
        };

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => caller.TryAsync(parameters, Extra((name, "hidden-value"))));

        Assert.Contains($"'{name}'", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-value", exception.ToString(), StringComparison.Ordinal);
        Assert.Empty(caller.Handler.Requests);
    }

    [Fact]
    public async Task A_name_within_a_value_is_not_a_parameter() =>
        Assert.Equal(
            "text=%26number%3D1&child[text]=number&number=2",
            await Caller.EncodeAsync(new ThingParams { Text = "&number=1", Child = new() { Text = "number" } }, Extra(("number", "2"))));

    [Fact]
    public async Task An_operation_without_a_body_rejects_extra_parameters()
    {
        using Caller caller = Caller.Succeeding();
        var operation = new StripeOperation<StripeNoParams, Thing>(
            "Thing.Ping", HttpMethod.Post, "/v1/ping", Thing.ApiVersion, StripeJsonReader.Read<Thing>);

        await Assert.ThrowsAsync<ArgumentException>(
            () => operation.TrySendAsync(caller.Client, [], null, Extra(("a", "1")), CancellationToken.None));

        Assert.Empty(caller.Handler.Requests);
    }

    private static StripeRequestOptions Extra(params (string Name, string Value)[] parameters) =>
        new() { ExtraParameters = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value) };
}
