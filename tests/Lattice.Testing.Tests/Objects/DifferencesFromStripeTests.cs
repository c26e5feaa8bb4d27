using Lattice.Stripe.Testing.Tests.Support;

namespace Lattice.Stripe.Testing.Tests.Objects;

/// <summary>What <c>tests/Lattice.Parity/differences.md</c> says about the stand-in where it lists the differences from Stripe.</summary>
public sealed class DifferencesFromStripeTests
{
    private const string Components = """
        { "thing": { "type": "object", "properties": {
          "id": { "type": "string" }, "object": { "type": "string", "enum": ["thing"] } } } }
        """;

    private static readonly Dictionary<string, Func<Task>> s_tests = new()
    {
        ["Accounts"] = An_account_exists_only_if_a_link_was_created_for_it,
        ["Ids in parameters"] = An_id_in_a_parameter_need_not_exist,
        ["Ids in paths"] = An_id_in_a_path_is_checked_only_if_its_objects_are_known,
        ["List filters"] = A_parameter_that_is_no_field_does_not_filter,
        ["Searches"] = A_search_knows_these_clauses_only,
        ["Side effects"] = An_object_changes_only_if_a_request_names_it,
        ["Open enums"] = A_value_of_an_open_enum_must_be_listed,
    };

    public static TheoryData<string> Entries { get; } = [.. ReadEntries()];

    [Theory]
    [MemberData(nameof(Entries))]
    public async Task Each_entry_of_the_list_is_true(string entry)
    {
        Assert.Contains(entry, s_tests.Keys);
        await s_tests[entry]();
    }

    [Fact]
    public void The_list_has_all_entries() => Assert.Equal(s_tests.Keys, ReadEntries());

    /// <summary>The bold words at the start of each item below the heading.</summary>
    private static IEnumerable<string> ReadEntries()
        => File.ReadLines(Path.Combine(Repository.Root, "tests", "Lattice.Parity", "differences.md"))
            .SkipWhile(line => line != "## Stripe")
            .Where(line => line.StartsWith("- ", StringComparison.Ordinal))
            .Select(line => line.Split("**")[1]);

    private static async Task An_account_exists_only_if_a_link_was_created_for_it()
    {
        using Caller caller = Caller.Of(Slice.With(AccountFormTests.Paths, AccountFormTests.Components));

        Reply missing = await caller.GetAsync("/v1/accounts/acct_1");
        await caller.PostAsync("/v1/account_links", "account=acct_1&type=account_onboarding");
        Reply found = await caller.GetAsync("/v1/accounts/acct_1");

        Assert.Equal((404, "resource_missing"), (missing.StatusCode, missing.Error("code")));
        Assert.Equal(200, found.StatusCode);
    }

    private static async Task An_id_in_a_parameter_need_not_exist()
    {
        using Caller caller = ShopSlice.Call();

        Reply reply = await caller.PostAsync("/v1/subscriptions", "customer=cus_1");

        Assert.Equal((200, "cus_1"), (reply.StatusCode, reply.Text("customer")));
    }

    private static async Task An_id_in_a_path_is_checked_only_if_its_objects_are_known()
    {
        string thing = Slice.Operation("Thing");
        string action = $$""" "/v1/things/{thing}/open": { "post": {{thing}} } """;
        string read = $$""" "/v1/things/{thing}": { "get": {{thing}} } """;
        using Caller withoutRead = Caller.Of(Slice.With($"{{{action}}}", Components));
        using Caller withRead = Caller.Of(Slice.With($"{{{action},{read}}}", Components));

        Assert.Equal(200, (await withoutRead.PostAsync("/v1/things/thing_1/open")).StatusCode);
        Assert.Equal(404, (await withRead.PostAsync("/v1/things/thing_1/open")).StatusCode);
    }

    private static async Task A_parameter_that_is_no_field_does_not_filter()
    {
        using Caller caller = ShopSlice.Call();
        await caller.PostAsync("/v1/customers", "email=a@b.c");

        Assert.Equal(0, Count(await caller.GetAsync("/v1/customers?email=other@b.c")));
        Assert.Equal(1, Count(await caller.GetAsync("/v1/customers?unknown=other")));
    }

    private static async Task A_search_knows_these_clauses_only()
    {
        using Caller caller = ShopSlice.Call();
        await caller.PostAsync("/v1/customers", "name=a&metadata[k]=v");

        Reply known = await SearchAsync(caller, """name:"a" AND metadata["k"]:"v" AND created>0""");
        Reply unknown = await SearchAsync(caller, """name:"a" OR name:"b" """);

        Assert.Equal((200, 1), (known.StatusCode, Count(known)));
        Assert.Equal((400, "query"), (unknown.StatusCode, unknown.Error("param")));
    }

    /// <summary>Stripe cancels the subscriptions of a deleted customer.</summary>
    private static async Task An_object_changes_only_if_a_request_names_it()
    {
        using Caller caller = ShopSlice.Call();
        Reply customer = await caller.PostAsync("/v1/customers");
        Reply subscription = await caller.PostAsync("/v1/subscriptions", $"customer={customer.Text("id")}");

        await caller.DeleteAsync($"/v1/customers/{customer.Text("id")}");
        Reply after = await caller.GetAsync($"/v1/subscriptions/{subscription.Text("id")}");

        Assert.Equal(subscription.Body, after.Body);
    }

    private static async Task A_value_of_an_open_enum_must_be_listed()
    {
        Assert.Equal((false, "type"), await CreateLinkAsync(new StripeStandInOptions()));
        Assert.Equal((true, null), await CreateLinkAsync(new StripeStandInOptions { AllowUnlistedValues = true }));
    }

    private static async Task<(bool, string?)> CreateLinkAsync(StripeStandInOptions options)
    {
        using var stripe = new StripeStandIn(options);
        var parameters = new AccountLinkCreateParams
        {
            Account = "acct_1",
            Type = "account_preview",
            RefreshUrl = "https://example.com/refresh",
            ReturnUrl = "https://example.com/return",
        };
        StripeResult<AccountLink> result = await AccountLink.TryCreateAsync(stripe.Client, parameters);
        return (result.IsSuccess, result.Error?.Param);
    }

    private static Task<Reply> SearchAsync(Caller caller, string query)
        => caller.GetAsync($"/v1/customers/search?query={Uri.EscapeDataString(query)}");

    private static int Count(Reply list) => list.Json.GetProperty("data").GetArrayLength();
}
