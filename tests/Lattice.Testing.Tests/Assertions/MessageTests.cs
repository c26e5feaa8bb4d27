using Lattice.Stripe.Testing.Tests.Support;
using Lattice.Stripe.Testing.Tests.Widgets;

namespace Lattice.Stripe.Testing.Tests.Assertions;

/// <summary>Control characters in messages are escaped, so that they change neither the terminal nor the lines of the message.</summary>
public sealed class MessageTests : IDisposable
{
    private const string Control = "a\u001b[31m\r\n\t\u0007\u202E\u2028\u0085";
    private const string Escaped = @"a\u001b[31m\r\n\t\u0007\u202e\u2028\u0085";

    private readonly StripeStandIn _stripe = WidgetSlice.CreateStandIn();
    private readonly Caller _caller;

    public MessageTests() => _caller = new Caller(_stripe);

    public void Dispose()
    {
        _caller.Dispose();
        _stripe.Dispose();
    }

    [Fact]
    public async Task Values_are_escaped_on_both_sides_of_a_difference()
    {
        await Widget.CreateAsync(_stripe.Client, new WidgetCreateParams { Name = "n", Owner = Control });

        string[] messages =
        [
            MessageOf(() => _stripe.AssertReceived(Widget.CreateOperation, request => request.WithParameter("owner", Control + "x"))),
            MessageOf(() => _stripe.AssertReceived(Widget.CreateOperation, new WidgetCreateParams { Name = "n", Owner = Control + "x" })),
        ];

        Assert.All(messages, message => Assert.Contains(
            $"  - owner \"{Escaped}x\"\n  + owner \"{Escaped}\"", message, StringComparison.Ordinal));
        Assert.All(messages, AssertEscaped);
    }

    [Fact]
    public async Task Names_headers_paths_and_types_are_escaped()
    {
        await _caller.PostAsync("/v1/widgets", $"name=n&{Uri.EscapeDataString(Control)}=on");

        string[] messages =
        [
            MessageOf(() => _stripe.AssertReceived(Widget.CreateOperation, request => request.WithParameter("b" + Control, "1"))),
            MessageOf(() => _stripe.AssertReceived(Widget.CreateOperation, request => request.WithParameter(Control, "off"))),
            MessageOf(() => _stripe.AssertReceived(Widget.CreateOperation, request => request.WithoutParameter(Control))),
            MessageOf(() => _stripe.AssertReceived(Widget.CreateOperation, request => request.WithHeader(Control, Control))),
            MessageOf(() => _stripe.AssertReceived(Widget.CreateOperation, request => request.WithPath(Control))),
            MessageOf(() => _stripe.AssertReceived(Widget.CreateOperation, request => request.WithParameter("mode", Control))),
            Assert.Throws<ArgumentException>(() => _stripe.On(HttpMethod.Post, "/" + Control)).Message,
            Assert.Throws<ArgumentException>(() => _stripe.On(Widget.CreateOperation).FailWith(Control)).Message,
        ];

        Assert.All(messages, message => Assert.Contains(Escaped, message, StringComparison.Ordinal));
        Assert.All(messages, AssertEscaped);
    }

    [Fact]
    public async Task The_error_of_a_request_is_escaped()
    {
        string name = Control.Replace('[', '(');
        string message = $"Received unknown parameter: {Escaped.Replace('[', '(')}";

        Reply reply = await _caller.PostAsync("/v1/widgets", $"name=n&{Uri.EscapeDataString(name)}=on");

        Assert.Equal((message, name), (reply.Error("message"), reply.Error("param")));
        Assert.Equal(message, Assert.Single(_stripe.Requests).ErrorMessage);
    }

    [Fact]
    public async Task The_description_of_a_change_is_escaped()
    {
        List<string> changes = [];
        using var stripe = new StripeStandIn(new StripeStandInOptions { OnChanged = change => changes.Add(change.ToString()) });
        AccountLink link = await AccountLink.CreateAsync(stripe.Client, new AccountLinkCreateParams
        {
            Account = "acct_" + Control,
            Type = AccountLinkCreateType.AccountOnboarding,
            RefreshUrl = "https://example.com/refresh",
            ReturnUrl = "https://example.com/return",
        });

        stripe.AccountLinks.Visit(link.Url.Reveal());
        Assert.True(stripe.AccountLinks.Finish(link.Url.Reveal()));

        Assert.Equal($"account.updated acct_{Escaped}", Assert.Single(changes));
    }

    [Fact]
    public void A_slice_that_cannot_be_read_is_described_with_escapes()
    {
        string slice = Slice.Accepting("""{ "$ref": "#/components/schemas/\u001b[31m" }""");

        string message = Assert.Throws<InvalidDataException>(() => StripeSlice.Parse(slice)).Message;

        Assert.Contains(@"\u001b[31m", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', message);
    }

    private static void AssertEscaped(string message) => Assert.DoesNotContain(
        message, character => character is not '\n' && (char.IsControl(character) || character is '\u202E' or '\u2028'));

    private static string MessageOf(Action assert) => Assert.Throws<StripeAssertionException>(assert).Message;
}
