using System.Reflection;
using Lattice.Stripe.Tests.Support;

namespace Lattice.Stripe.Tests;

/// <summary>The public members of a resource.</summary>
public class SurfaceTests
{
    [Fact]
    public void The_resource_has_only_create_methods()
    {
        string[] members = [.. typeof(AccountLink).GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(member => member is not MethodInfo { IsSpecialName: true }).Select(member => member.Name).Order(StringComparer.Ordinal)];

        Assert.Equal(["CreateAsync", "CreateOperation", "TryCreateAsync"], members);
    }

    [Theory]
    [InlineData(nameof(AccountLink.CreateAsync))]
    [InlineData(nameof(AccountLink.TryCreateAsync))]
    public void No_body_parameter_is_a_positional_argument(string method)
    {
        ParameterInfo[] parameters = typeof(AccountLink).GetMethod(method)!.GetParameters();

        Assert.Equal(["client", "parameters", "options", "cancellationToken"], parameters.Select(parameter => parameter.Name));
        Assert.Equal([false, false, true, true], parameters.Select(parameter => parameter.IsOptional));
    }

    [Fact]
    public void The_operation_describes_the_request()
    {
        Assert.Equal(HttpMethod.Post, AccountLink.CreateOperation.Method);
        Assert.Equal("/v1/account_links", AccountLink.CreateOperation.RouteTemplate);
        Assert.Equal(StripeBodyKind.Form, AccountLink.CreateOperation.BodyKind);
        Assert.Equal(StripeApiVersion.Current, AccountLink.CreateOperation.ApiVersion);
        Assert.Equal("AccountLink.Create", AccountLink.CreateOperation.Name);
    }

    [Fact]
    public void The_deprecated_parameter_names_its_replacement()
    {
        ObsoleteAttribute obsolete = typeof(AccountLinkCreateParams).GetProperty("Collect")!.GetCustomAttribute<ObsoleteAttribute>()!;

        Assert.False(obsolete.IsError);
        Assert.Contains(nameof(AccountLinkCreateParams.CollectionOptions), obsolete.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_of_parameters_lists_names_without_values() =>
        Assert.Equal("AccountLinkCreateParams { account, refresh_url, return_url, type }", StandIns.AllFour.ToString());

    [Fact]
    public async Task A_custom_client_receives_the_call_and_returns_the_response()
    {
        var client = new FakeStripe();
        var options = new StripeRequestOptions { StripeAccount = "acct_2" };

        AccountLink link = await AccountLink.CreateAsync(client, StandIns.AllFour, options);

        Assert.Same(AccountLink.CreateOperation, client.Operation);
        Assert.Equal("acct_connected_123", Assert.IsType<AccountLinkCreateParams>(client.Parameters).Account);
        Assert.Same(options, client.Options);
        Assert.Equal("https://example.com/link", link.Url.Reveal());
        Assert.Equal("account_link", link.Object);
    }

    private sealed class FakeStripe : IStripeClient
    {
        public (object Operation, object? Parameters, StripeRequestOptions? Options) Call;

        public object Operation => Call.Operation;

        public object? Parameters => Call.Parameters;

        public StripeRequestOptions? Options => Call.Options;

        public ValueTask<StripeResult<TResource>> SendAsync<TParams, TResource>(
            StripeRequest<TParams, TResource> request, CancellationToken cancellationToken)
            where TParams : StripeParams
            where TResource : StripeResource
        {
            Call = (request.Operation, request.Parameters, request.Options);
            object link = new AccountLink { Url = new SecretString("https://example.com/link"), ExpiresAt = DateTimeOffset.UnixEpoch };
            return new(new StripeResult<TResource>((TResource)link));
        }
    }
}
