using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Lattice.Analyzers.Tests.Support;

/// <summary>The fixes of a file, as an editor and <c>dotnet format</c> see them.</summary>
internal static class WholeFile
{
    /// <summary>Returns the titles of the fixes, each once. What must be reported may be between <c>[|</c> and <c>|]</c>.</summary>
    public static async Task<IEnumerable<string>> GetTitlesAsync(string program, DiagnosticAnalyzer analyzer, CodeFixProvider fix)
    {
        using var workspace = new AdhocWorkspace();
        string text = program.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        Document document = AddDocument(workspace, text);
        List<string> titles = [];
        foreach (Diagnostic diagnostic in await ReportAsync(document, analyzer))
        {
            await fix.RegisterCodeFixesAsync(
                new CodeFixContext(document, diagnostic, (action, _) => titles.Add(action.Title), CancellationToken.None));
        }

        return titles.Distinct();
    }

    /// <summary>Fixes all mistakes at once.</summary>
    /// <param name="equivalenceKey">The key of the fix that was chosen; <see langword="null"/> for none.</param>
    /// <returns>The fixed program.</returns>
    public static async Task<string> FixAsync(string program, DiagnosticAnalyzer analyzer, CodeFixProvider fix, string? equivalenceKey)
    {
        using var workspace = new AdhocWorkspace();
        Document document = AddDocument(workspace, program);
        var context = new FixAllContext(
            document,
            fix,
            FixAllScope.Document,
            equivalenceKey!,
            fix.FixableDiagnosticIds,
            new Provider(await ReportAsync(document, analyzer)),
            CancellationToken.None);
        CodeAction? action = await fix.GetFixAllProvider()!.GetFixAsync(context);
        Assert.NotNull(action);
        ApplyChangesOperation changes = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
        return (await changes.ChangedSolution.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }

    private static Document AddDocument(AdhocWorkspace workspace, string program)
    {
        var options = new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable);
        return workspace.AddProject("Program", LanguageNames.CSharp)
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.CSharp12))
            .WithCompilationOptions(options)
            .AddMetadataReferences(Sdk.References)
            .AddDocument("Usings.cs", Sdk.Usings).Project
            .AddDocument("Program.cs", program, filePath: "Program.cs");
    }

    private static async Task<ImmutableArray<Diagnostic>> ReportAsync(Document document, DiagnosticAnalyzer analyzer) =>
        await (await document.Project.GetCompilationAsync())!.WithAnalyzers([analyzer]).GetAnalyzerDiagnosticsAsync();

    private sealed class Provider(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(diagnostics.Where(diagnostic => diagnostic.Location.SourceTree?.FilePath == document.FilePath));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
