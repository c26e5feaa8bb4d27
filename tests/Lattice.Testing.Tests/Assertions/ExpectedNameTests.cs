using Lattice.Stripe.Testing.Tests.Support;
using Lattice.Stripe.Testing.Tests.Widgets;

namespace Lattice.Stripe.Testing.Tests.Assertions;

/// <summary>Names of parameters that an operation does not have.</summary>
public sealed class ExpectedNameTests : IDisposable
{
    private readonly StripeStandIn _stripe = WidgetSlice.CreateStandIn();

    public void Dispose() => _stripe.Dispose();

    [Theory]
    [InlineData("amuont", "has no parameter 'amuont'. Did you mean 'amount'?")]
    [InlineData("Name", "has no parameter 'Name'. Did you mean 'name'?")]
    [InlineData("address[citty]", "has no parameter 'address[citty]'. Did you mean 'address[city]'?")]
    [InlineData("adress[city]", "has no parameter 'adress[city]'. Did you mean 'address[city]'?")]
    [InlineData("tag[0]", "has no parameter 'tag[0]'. Did you mean 'tags[0]'?")]
    [InlineData("address.city", "has no parameter 'address.city': its name is 'address[city]'.")]
    [InlineData("tags.0", "has no parameter 'tags.0': its name is 'tags[0]'.")]
    public async Task A_misspelled_name_is_told_whatever_is_asserted(string name, string error)
    {
        await Widget.CreateAsync(_stripe.Client, new WidgetCreateParams { Name = "n", Amount = 1 });

        Assert.All(
            (string[])
            [
                MessageOf(() => _stripe.AssertReceived(Widget.CreateOperation, request => request.WithParameter(name, "1"))),
                MessageOf(() => _stripe.AssertReceived(Widget.CreateOperation, request => request.WithoutParameter(name))),
                MessageOf(() => _stripe.AssertNotReceived(Widget.CreateOperation, request => request.WithParameter(name, "1"))),
            ],
            message => Assert.Equal($"The operation POST /v1/widgets {error}", message));
    }

    [Theory]
    [InlineData("address[zip_code]", "has no parameter 'address[zip_code]'. The parameters in 'address' are: city, line2.")]
    [InlineData("name[a]", "has no parameter 'name[a]': 'name' is a single value, without parameters in it.")]
    public void A_name_that_is_similar_to_none_is_told_if_it_is_expected(string name, string error)
    {
        Assert.All(
            (string[])
            [
                MessageOf(() => _stripe.AssertReceived(Widget.CreateOperation, request => request.WithParameter(name, "1"))),
                MessageOf(() => _stripe.AssertNotReceived(Widget.CreateOperation, request => request.WithParameter(name, "1"))),
            ],
            message => Assert.Equal($"The operation POST /v1/widgets {error}", message));
        _stripe.AssertNotReceived(Widget.CreateOperation, request => request.WithoutParameter(name));
    }

    [Fact]
    public void A_misspelled_name_is_told_even_if_there_is_no_request() => Assert.EndsWith(
        "Did you mean 'amount'?",
        MessageOf(() => _stripe.AssertNotReceived(Widget.CreateOperation, request => request.WithParameter("ammount", "1"))),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("nam", "has no parameter 'nam'. Did you mean 'name'?")]
    [InlineData("options[color]", "has no parameter 'options[color]': its name is 'options.color'.")]
    [InlineData("options.colour", "has no parameter 'options.colour'. Did you mean 'options.color'?")]
    [InlineData("sizes.0", "has no parameter 'sizes.0': its name is 'sizes[0]'.")]
    public void Names_in_JSON_are_paths(string name, string error) => Assert.Equal(
        $"The operation POST /v2/core/widgets {error}",
        MessageOf(() => _stripe.AssertReceived(Widgets.V2.Core.Widget.CreateOperation, request => request.WithParameter(name, "1"))));

    [Fact]
    public void A_parameter_of_the_path_is_told() => Assert.Equal(
        "The operation POST /v1/owners/{owner}/widgets has 'owner' in its path: use WithPath.",
        MessageOf(() => _stripe.AssertReceived(Widget.CreateForOwnerOperation, request => request.WithParameter("owner", "ow_1"))));

    [Fact]
    public async Task Every_name_that_the_operation_has_is_accepted()
    {
        await Widget.CreateAsync(_stripe.Client, new WidgetCreateParams { Name = "n" });

        _stripe.AssertReceived(Widget.CreateOperation, expected => expected
            .WithParameter("name", "n")
            .WithoutParameter("metadata")
            .WithoutParameter("metadata[any key.with dots]")
            .WithoutParameter("tags[12]")
            .WithoutParameter("labels[0]")
            .WithoutParameter("anything[a][b]")
            .WithoutParameter("expand[0]"));
        _stripe.AssertNotReceived(Widgets.V2.Core.Widget.CreateOperation, expected => expected
            .WithParameter("options.color", "red")
            .WithParameter("sizes[0]", "1")
            .WithParameter("metadata.k", "v")
            .WithParameter("metadata.a.b", "v"));
    }

    [Fact]
    public async Task A_name_that_was_sent_is_compared_although_the_operation_does_not_have_it()
    {
        await Widget.TryCreateAsync(
            _stripe.Client,
            new WidgetCreateParams { Name = "n" },
            new StripeRequestOptions { ExtraParameters = new Dictionary<string, string> { ["new_feature"] = "on" } });

        _stripe.AssertReceived(Widget.CreateOperation, expected => expected.WithParameter("new_feature", "on"));
        Assert.Contains(
            "- new_feature \"off\"",
            MessageOf(() => _stripe.AssertReceived(Widget.CreateOperation, expected => expected.WithParameter("new_feature", "off"))),
            StringComparison.Ordinal);
    }

    private static string MessageOf(Action assert) => Assert.Throws<StripeAssertionException>(assert).Message;
}
