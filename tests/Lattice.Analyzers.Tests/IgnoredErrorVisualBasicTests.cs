using Lattice.Analyzers.Calls;
using Lattice.Analyzers.Tests.Support;

namespace Lattice.Analyzers.Tests;

/// <summary>LAT1006 in Visual Basic.</summary>
public class IgnoredErrorVisualBasicTests
{
    [Theory]
    [InlineData("Await [|AccountLink.TryCreateAsync(client, p)|]")]
    [InlineData("Dim r = Await [|AccountLink.TryCreateAsync(client, p)|]")]
    [InlineData("Dim r = Await AccountLink.TryCreateAsync(client, p) : Console.WriteLine([|r.Value|].Url)")]
    [InlineData("Console.WriteLine([|(Await AccountLink.TryCreateAsync(client, p)).Value|].Url)")]
    [InlineData("Dim made = (Await AccountLink.TryCreateAsync(client, p)).Value : Console.WriteLine([|made|].Url)")]
    [InlineData("Dim r = Await AccountLink.TryCreateAsync(client, p) : If r.IsSuccess OrElse flag Then Use([|r.Value|])")]
    [InlineData("Dim r = Await AccountLink.TryCreateAsync(client, p) : Console.WriteLine([|r.Value|]?.Url)")]
    public Task A_result_that_is_not_checked_is_reported(string statements) => ReportsAsync(statements);

    [Theory]
    [InlineData("Dim r = Await AccountLink.TryCreateAsync(client, p) : If r.IsSuccess Then Use(r.Value)")]
    [InlineData("Dim r = Await AccountLink.TryCreateAsync(client, p) : If Not r.IsSuccess Then Return Nothing : Use(r.Value)")]
    [InlineData("Dim r = Await AccountLink.TryCreateAsync(client, p) : If r.Error Is Nothing Then Use(r.Value)")]
    [InlineData("Dim r = Await AccountLink.TryCreateAsync(client, p) : If r.Value IsNot Nothing AndAlso flag Then Use(r.Value)")]
    [InlineData("Dim r = Await AccountLink.TryCreateAsync(client, p) : Use(If(r.IsSuccess, r.Value, New AccountLink()))")]
    [InlineData("Dim r = Await AccountLink.TryCreateAsync(client, p) : Dim ok = r.IsSuccess : If ok Then Use(r.Value)")]
    [InlineData("Use((Await AccountLink.TryCreateAsync(client, p)).GetValueOrThrow())")]
    [InlineData("Await AccountLink.CreateAsync(client, p)")]
    public Task A_result_that_is_checked_is_not_reported(string statements) => ReportsAsync(statements);

    private static Task ReportsAsync(string statements) => VisualBasicTest<IgnoredErrorAnalyzer>.ReportsInMethodAsync(
        $"""
        Dim p As New AccountLinkCreateParams()
        {statements.Replace(" : ", "\n")}
        """);
}
