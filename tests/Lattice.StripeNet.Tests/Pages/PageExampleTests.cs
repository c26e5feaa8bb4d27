using Lattice.Stripe.Testing;
using Lattice.TestSupport.Documentation;
using StripeNetTests.Support;

namespace StripeNetTests.Pages;

/// <summary>Every C# example about Stripe.net compiles with both packages as it stands, and runs.</summary>
public sealed class PageExampleTests
{
    public static TheoryData<string, int> Tests => ExampleData.Of(example => example.UsesStripeNet && example.IsTest);

    public static TheoryData<string, int> Programs => ExampleData.Of(example => example.UsesStripeNet && !example.IsTest);

    [Theory]
    [MemberData(nameof(Tests))]
    public async Task A_test_passes(string page, int number) =>
        Assert.Equal(1, await LoadedExample.Load(CodeExample.Get(page, number)).RunTestsAsync());

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task A_program_runs_with_a_client_of_each(string page, int number)
    {
        using StripeStandIn stripe = StandIns.CreateWithAccounts();
        LoadedExample program = LoadedExample.Load(CodeExample.Get(page, number))
            .With("stripeNet", StandIns.CreateClient(stripe)).With("client", stripe.Client);

        Assert.Null(await Record.ExceptionAsync(() => program.RunAsync()));
    }
}
