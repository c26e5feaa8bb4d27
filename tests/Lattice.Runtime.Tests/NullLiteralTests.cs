using Lattice.TestSupport.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lattice.Stripe.Tests;

/// <summary>
/// A trap of C#: in a conditional expression, a null literal next to a value that is not nullable is converted to the type of the value,
/// even if the target is nullable. The conversion would throw, so the compiler has to warn.
/// </summary>
public sealed class NullLiteralTests
{
    private const string Usings = """
        #nullable enable
        using Lattice.Stripe;
        using Lattice.TestSupport.Calls;

        """;

    private static readonly CSharpCompilation s_project = CSharpCompilation.Create(
        "Consumer",
        references: GeneratorHost.References,
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            .WithSpecificDiagnosticOptions([new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]));

    [Theory]
    [InlineData("StripeEnum<Kind>? M(bool isNone, StripeEnum<Kind> kind) => isNone ? null : kind;")]
    [InlineData("StripeEnum<Kind>? M(bool isNone, StripeEnum<Kind> kind) => isNone ? kind : null;")]
    [InlineData("StripeEnum<Kind>? M(bool isNone, StripeEnum<Kind> kind) => isNone switch { true => null, false => kind };")]
    [InlineData("StripeEnum<Kind> M() => null;")]
    [InlineData("object M(bool isNone, StripeEnum<Kind> kind) => new ThingParams { Kind = isNone ? null : kind };")]
    [InlineData("bool M(StripeEnum<Kind> kind) => kind == null;")]
    [InlineData("bool M(StripeEnum<Kind> kind) => kind.Equals(null);")]
    [InlineData("SecretString? M(bool isNone, SecretString secret) { SecretString? s = isNone ? null : secret; return s; }")]
    [InlineData("SecretString? M(bool isNone, SecretString secret) => isNone ? secret : null;")]
    [InlineData("SecretString? M(bool isNone, SecretString secret) => isNone switch { true => null, false => secret };")]
    [InlineData("SecretString M() => null;")]
    [InlineData("bool M(SecretString secret) => secret == null;")]
    [InlineData("bool M(SecretString secret) => secret.Equals(null);")]
    [InlineData("object M(bool isNone, SecretString key) => new StripeRequestOptions { ApiKey = isNone ? null : key };")]
    public void A_null_literal_that_would_throw_is_a_warning(string member) => Assert.Equal(["CS8625"], Compile(member));

    [Theory]
    [InlineData("StripeEnum<Kind> M(string? text) => text;")]
    [InlineData("SecretString M(string? text) => text;")]
    [InlineData("SecretString M(string? text) => new(text);")]
    public void A_string_that_may_be_null_is_a_warning(string member) => Assert.Equal(["CS8604"], Compile(member));

    [Theory]
    [InlineData("StripeEnum<Kind>? M() => null;")]
    [InlineData("StripeEnum<Kind>? M(bool isNone, StripeEnum<Kind>? kind) => isNone ? null : kind;")]
    [InlineData("StripeEnum<Kind>? M(bool isNone, StripeEnum<Kind> kind) => isNone ? (StripeEnum<Kind>?)null : kind;")]
    [InlineData("StripeEnum<Kind>? M(bool isNone, StripeEnum<Kind> kind) => isNone ? default(StripeEnum<Kind>?) : kind;")]
    [InlineData("StripeEnum<Kind>? M(bool isNone) => isNone ? null : Kind.Known;")]
    [InlineData("StripeEnum<Kind>? M(string? text) => text;")]
    [InlineData("bool M(StripeEnum<Kind>? kind) => kind == null;")]
    [InlineData("bool M(StripeEnum<Kind>? kind) => kind == Kind.Known;")]
    [InlineData("object M(string? text) => new ThingParams { Kind = text };")]
    [InlineData("object M(bool isNone) => new ThingParams { Kind = isNone ? null : Kind.Known };")]
    [InlineData("ClearableEnum<Kind> M(string? text) => text;")]
    [InlineData("ClearableEnum<Kind> M(bool isNone) => isNone ? null : Kind.Known;")]
    [InlineData("ClearableEnum<Kind> M(StripeEnum<Kind> kind) => kind;")]
    [InlineData("SecretString? M() => null;")]
    [InlineData("SecretString? M(bool isNone, SecretString? secret) => isNone ? null : secret;")]
    [InlineData("SecretString? M(bool isNone) => isNone ? null : \"secret\";")]
    [InlineData("SecretString? M(string? text) => text;")]
    [InlineData("object M(string? key) => new StripeRequestOptions { ApiKey = key };")]
    [InlineData("object M(bool isNone) => new StripeRequestOptions { ApiKey = isNone ? null : \"sk\" };")]
    [InlineData("ClearableSecret M(string? text) => text;")]
    [InlineData("SecretString M(string? text) => SecretString.FromString(text);")]
    public void What_does_not_throw_is_no_warning(string member) => Assert.Empty(Compile(member));

    private static IEnumerable<string> Compile(string member) => s_project
        .AddSyntaxTrees(CSharpSyntaxTree.ParseText(
            $"{Usings}public static class Consumer {{ public static {member} }}", GeneratorHost.ParseOptions))
        .GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS1591")
        .Select(diagnostic => diagnostic.Id);
}
