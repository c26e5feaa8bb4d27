using Lattice.Analyzers.Secrets;
using Lattice.Analyzers.Secrets.Keys;
using Lattice.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Lattice.Analyzers.Tests;

/// <summary>LAT1004, LAT1005, and LAT1007 do not fail on code that someone is typing.</summary>
public class SecretIncompleteCodeTests
{
    private static readonly DiagnosticAnalyzer[] s_rules =
        [new RevealedSecretAnalyzer(), new LoggedRedirectAnalyzer(), new KeyInSourceAnalyzer()];

    [Fact]
    public Task In_CSharp() => IncompleteCode.CheckAsync(
        SecretProgram.InMethod(
            """
            string url = link.Url.Reveal();
            var (a, b) = (name, url[8..]);
            var info = new { a, Url = b, Inner = new Note(a, b) with { Text = url } };
            using (logger.BeginScope(new Dictionary<string, object> { ["url"] = url, { "b", b } })) { }
            foreach (var part in url.Split('/')) { logger.LogInformation("{A} {B}", part, info?.Inner.Text ?? $"{key.Secret?.Reveal(),3:x}"); }
            void Show(string text = "sk_live_51H7xQ2eZvKYlo2C0") { Console.WriteLine(text); }
            Show(url);
            Func<AccountLink, Task<string>> get = async l => { await Task.Yield(); return l.Url.Reveal(); };
            var all = from l in new[] { link, other } where l.Url.HasValue select l.Url.Reveal();
            try { File.WriteAllText("a", string.Join(",", all)); }
            catch (Exception e) when (e.Data["a"] is string { Length: > 3 } text) { e.Data["url"] = url; throw new Exception(text, e); }
            Kept.Text = url switch { "" => null, { Length: > 3 } some => some, _ => b + "sk_test_" + "51H7xQ2eZvKYlo2C0" };
            (Kept.Text, Kept.Secrets["a"]) = (await get(link), link.Url);
            if (await db.Sellers.FindAsync(name) is { Link: not null } seller) { seller.Link = url; memory.Set("a", seller); }
            return name is null ? Results.Redirect(url) : new Microsoft.AspNetCore.Mvc.RedirectResult(url) { Url = b };
            """),
        s_rules);

    [Fact]
    public Task In_Visual_Basic() => IncompleteCode.CheckVisualBasicAsync(
        """
        Imports System
        Imports System.Collections.Generic
        Imports Lattice.Stripe
        Imports Microsoft.AspNetCore.Http

        Public Class Link
            Private Shared s_url As SecretString

            Public Function Run(link As AccountLink) As Object
                Dim url = link.Url.Reveal()
                Dim values As New Dictionary(Of String, Object) From {{"url", url}}
                For Each part In url.Split("/"c)
                    Console.WriteLine($"{part} {If(link?.Url.Reveal(), "sk_live_51H7xQ2eZvKYlo2C0")}")
                Next
                Try
                    Dim show = Sub(text As String) Console.WriteLine(text & url)
                    show(url)
                Catch e As Exception When e.Message <> ""
                    Throw New Exception(url, e)
                End Try
                s_url = link.Url
                Return Results.Redirect(url)
            End Function

            Public Overrides Function ToString() As String
                ToString = s_url.Reveal()
            End Function
        End Class
        """,
        s_rules);
}
