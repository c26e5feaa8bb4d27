using System.Reflection;
using Lattice.Stripe.Testing;
using Microsoft.CodeAnalysis;
using StripeNetTests.Support;

namespace StripeNetTests.Pages;

/// <summary>Every C# example on the pages about Stripe.net compiles with both packages, and runs.</summary>
public sealed class PageExampleTests
{
    public static TheoryData<string, int> Tests() => Find(example => example.IsTest);

    public static TheoryData<string, int> Statements() => Find(example => !example.IsTest);

    [Theory]
    [MemberData(nameof(Tests))]
    public async Task A_test_passes(string page, int number)
    {
        Type type = Load(page, number);
        MethodInfo test = Assert.Single(type.GetMethods(), method => method.GetCustomAttribute<FactAttribute>() is not null);

        await (Task)test.Invoke(Activator.CreateInstance(type), null)!;
    }

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task Statements_run_with_a_client_of_each(string page, int number)
    {
        Type type = Load(page, number);
        using StripeStandIn stripe = StandIns.CreateWithAccounts();
        var example = Activator.CreateInstance(type, StandIns.CreateClient(stripe), stripe.Client, StandIns.ApiKey)!;

        string key = await (Task<string>)type.GetMethod("RunAsync")!.Invoke(example, null)!;

        Assert.Equal(StandIns.ApiKey, key);
    }

    private static TheoryData<string, int> Find(Func<PageExample, bool> isFound)
    {
        var examples = new TheoryData<string, int>();
        foreach (PageExample example in PageExample.All.Where(isFound))
        {
            examples.Add(example.Page, example.Number);
        }

        return examples;
    }

    private static Type Load(string page, int number)
    {
        Compilation compilation = PageExample.All.Single(example => example.Page == page && example.Number == number).Compile();
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        using var assembly = new MemoryStream();
        Assert.True(compilation.Emit(assembly).Success);
        return Assembly.Load(assembly.ToArray()).GetType("Example")!;
    }
}
