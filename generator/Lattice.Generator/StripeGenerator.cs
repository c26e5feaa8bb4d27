using System.Collections.Immutable;
using System.Text;
using Lattice.Generator.Diagnostics;
using Lattice.Generator.Emitting;
using Lattice.Generator.Model;
using Lattice.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Lattice.Generator;

/// <summary>Compiles a slice of Stripe's OpenAPI document into typed resources.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class StripeGenerator : IIncrementalGenerator
{
    // Files on disk start with their text, not with a byte order mark.
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // The namespace that the project asks for.
        IncrementalValueProvider<string> rootNamespace = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => ProjectOptions.GetRootNamespace(options));

        // The files that the project marks as slices, told apart by path and checksum.
        IncrementalValueProvider<ImmutableArray<SpecFile>> specFiles = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static file => ProjectOptions.IsSpec(file.Left, file.Right))
            .Select(static (file, cancellationToken) => SpecFile.Load(file.Left, cancellationToken))
            .WithTrackingName(TrackingNames.SpecFiles)
            .Collect();

        // Assemblies that were compiled from a slice themselves.
        IncrementalValueProvider<EquatableArray<ReferencedSlice>> referencedSlices = context.MetadataReferencesProvider
            .SelectMany(static (reference, cancellationToken) => ReferencedSlice.Find(reference, cancellationToken))
            .WithTrackingName(TrackingNames.ReferencedSlices)
            .Collect()
            .Select(static (slices, _) => slices.ToEquatableArray());

        // The expensive step: OpenAPI to a model of plain values.
        IncrementalValueProvider<ApiModel> model = specFiles
            .Combine(rootNamespace)
            .Select(static (input, cancellationToken) => SpecReader.Read(input.Left, input.Right, cancellationToken))
            .WithTrackingName(TrackingNames.Model);

        // One item per type, by way of buckets that are always as many, so that an edit moves its own types only.
        IncrementalValuesProvider<EmittedType> types = model
            .SelectMany(static (model, _) => TypeBuckets.Distribute(model))
            .WithTrackingName(TrackingNames.Buckets)
            .SelectMany(static (bucket, _) => bucket)
            .WithTrackingName(TrackingNames.Types);

        // One file per type.
        context.RegisterSourceOutput(types, static (output, type) =>
            output.AddSource(TypeEmitter.GetFileName(type), SourceText.From(TypeEmitter.Emit(type), s_utf8)));

        // Problems have an output of their own: their places move with every edit of the file.
        IncrementalValuesProvider<Problem> problems = model
            .SelectMany(static (model, _) => model.Problems)
            .WithTrackingName(TrackingNames.Problems);
        IncrementalValuesProvider<Problem> takenNamespaces = referencedSlices
            .Combine(rootNamespace)
            .Combine(specFiles)
            .SelectMany(static (input, _) => ReferencedSlice.Check(input.Left.Left, input.Left.Right, input.Right));
        context.RegisterSourceOutput(problems, static (output, problem) => output.ReportDiagnostic(ProblemReporter.ToDiagnostic(problem)));
        context.RegisterSourceOutput(takenNamespaces, static (output, problem) => output.ReportDiagnostic(ProblemReporter.ToDiagnostic(problem)));
    }
}
