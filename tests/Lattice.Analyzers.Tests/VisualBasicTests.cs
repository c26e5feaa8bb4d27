using Lattice.Analyzers.Secrets;
using Lattice.Analyzers.Secrets.Keys;
using Lattice.Analyzers.Tests.Support;

namespace Lattice.Analyzers.Tests;

/// <summary>The rules that a project in Visual Basic gets.</summary>
public class VisualBasicTests
{
    [Theory]
    [InlineData("""logger.LogInformation("Created {Url}", [|link.Url.Reveal()|])""")]
    [InlineData("""logger.LogInformation($"Created {[|link.Url.Reveal()|]}")""")]
    [InlineData("""Console.WriteLine("Created " & [|link.Url.Reveal()|])""")]
    [InlineData("""Dim url = link.Url.Reveal() : Console.WriteLine([|url|])""")]
    [InlineData("""Dim text As String = If(link Is Nothing, "none", link.Url.Reveal()) : Console.WriteLine([|text|])""")]
    [InlineData("""Dim text = "" : text &= link.Url.Reveal() : Console.WriteLine([|text|])""")]
    [InlineData("""Console.WriteLine(link?[|.Url.Reveal()|])""")]
    [InlineData("""Throw New InvalidOperationException([|link.Url.Reveal()|])""")]
    [InlineData("""cache.Set("link", [|link.Url.Reveal()|])""")]
    [InlineData("""System.IO.File.WriteAllText("link.txt", [|link.Url.Reveal()|])""")]
    [InlineData("""Dim show As Action = Sub() Console.WriteLine([|link.Url.Reveal()|])""")]
    [InlineData("""Kept = [|link.Url|]""")]
    [InlineData("""Using logger.BeginScope(New Dictionary(Of String, Object) From {{"url", [|link.Url.Reveal()|]}}) : End Using""")]
    [InlineData("""For Each part In link.Url.Reveal().Split("/"c) : Console.WriteLine([|part|]) : Next""")]
    [InlineData("""Console.WriteLine(Microsoft.VisualBasic.Strings.UCase([|link.Url.Reveal()|]))""")]
    [InlineData("""Console.WriteLine([|link.Url.Reveal|])""")]
    public Task LAT1004_is_reported(string statements) => VisualBasicTest<RevealedSecretAnalyzer>.ReportsInMethodAsync(statements);

    [Fact]
    public Task LAT1004_is_reported_in_members() => VisualBasicTest<RevealedSecretAnalyzer>.ReportsAsync(
        """
        Imports System
        Imports Lattice.Stripe

        Public Class Link
            Private _url As SecretString

            Public Overrides Function ToString() As String
                Return [|_url.Reveal()|]
            End Function

            Public Function Reveal() As String
                Return _url.Reveal()
            End Function
        End Class

        Public Class OtherLink
            Private _url As SecretString

            Public Overrides Function ToString() As String
                ToString = [|_url.Reveal()|]
            End Function
        End Class

        Public Class LinkException
            Inherits Exception

            Public Sub New(url As SecretString)
                MyBase.New([|url.Reveal()|])
            End Sub
        End Class

        Public Module Links
            Private s_link As New AccountLink()
            Private s_url As String = [|s_link.Url.Reveal()|]
        End Module
        """);

    [Theory]
    [InlineData("""logger.LogInformation("Created {Url}", link.Url)""")]
    [InlineData("""Console.WriteLine(link.Url.Reveal().Length)""")]
    [InlineData("""Console.WriteLine(link.Url.Reveal() = "")""")]
    [InlineData("""Use(link.Url.Reveal())""")]
    [InlineData("""Return Results.Json(New With {.secret = link.Url.Reveal()})""")]
    [InlineData("""Dim url = link.Url.Reveal() : Use(url) : url = "done" : Console.WriteLine(url)""")]
    public Task LAT1004_is_not_reported(string statements) => VisualBasicTest<RevealedSecretAnalyzer>.ReportsInMethodAsync(statements);

    [Theory]
    [InlineData("""Return Results.Redirect([|link.Url.Reveal()|])""")]
    [InlineData("""Dim url = link.Url.Reveal() : Return Results.Redirect([|url|])""")]
    [InlineData("""Return New Microsoft.AspNetCore.Mvc.RedirectResult([|link.Url.Reveal()|])""")]
    [InlineData("""Return StripeResults.Redirect(link.Url)""")]
    [InlineData("""Return Results.Redirect("/")""")]
    public Task LAT1005_is_reported(string statements) => VisualBasicTest<LoggedRedirectAnalyzer>.ReportsInMethodAsync(statements);

    [Theory]
    [InlineData("""Dim stripe As New StripeClient([|"sk_live_RANDOM"|])""")]
    [InlineData("""Dim secret = [|"whsec_RANDOM"|]""")]
    [InlineData("""Dim key = [|"sk_live_" & "RANDOM"|]""")]
    [InlineData("""Const Key As String = [|"sk_live_RANDOM"|]""")]
    [InlineData("""Dim isLive = "sk_live_" = client.ToString()""")]
    public Task LAT1007_is_reported(string statements) => VisualBasicTest<KeyInSourceAnalyzer>.ReportsInMethodAsync(
        statements.Replace("RANDOM", "51H7xQ2eZvKYlo2C0aBcD9fGh", StringComparison.Ordinal));
}
