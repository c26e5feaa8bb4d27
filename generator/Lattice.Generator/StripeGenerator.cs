using System.Collections.Immutable;
using Lattice.Generator.Pipeline;
using Lattice.Spec.Model;
using Microsoft.CodeAnalysis;

namespace Lattice.Generator;

/// <summary>Compiles a slice of Stripe's OpenAPI document into typed resources.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class StripeGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // The namespace for the generated types.
        IncrementalValueProvider<string> rootNamespace = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => ProjectOptions.GetRootNamespace(options));

        // Whether other assemblies see the generated types.
        IncrementalValueProvider<bool> isInternal = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => ProjectOptions.IsInternal(options));

        // The files that the project declares as slices, compared by path and checksum.
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

        // The runtime that the emitted code is compiled against.
        IncrementalValueProvider<ImmutableArray<RuntimeContract>> runtimes = context.MetadataReferencesProvider
            .SelectMany(static (reference, _) => RuntimeContract.Find(reference))
            .WithTrackingName(TrackingNames.Runtimes)
            .Collect();

        // References with which emitted code would not compile or not run. Each is reported once, at the slice, in place of hundreds of
        // errors in emitted code.
        IncrementalValueProvider<EquatableArray<LocatedDiagnostic>> conflicts = referencedSlices
            .Combine(rootNamespace)
            .Combine(runtimes)
            .Combine(specFiles)
            .Select(static (input, _) => Enumerable.Concat(
                ReferencedSlice.Check(input.Left.Left.Left, input.Left.Left.Right, input.Right),
                RuntimeContract.Check(input.Left.Right, input.Right)).ToEquatableArray());

        // The expensive step: OpenAPI to a model of plain values.
        IncrementalValueProvider<SliceReading> slice = specFiles
            .Combine(rootNamespace)
            .Combine(isInternal)
            .Select(static (input, cancellationToken) =>
                SliceReading.Read(input.Left.Left, input.Left.Right, input.Right, cancellationToken))
            .WithTrackingName(TrackingNames.Model);

        // One item per schema or operation. The number of buckets is fixed, so that an edit moves only its own types.
        IncrementalValuesProvider<TypeGroup> groups = slice
            .Combine(conflicts)
            .Select(static (input, _) => input.Right.Count == 0 ? input.Left.Model : new ApiModel(default))
            .SelectMany(static (model, _) => TypeBuckets.Distribute(model))
            .WithTrackingName(TrackingNames.Buckets)
            .SelectMany(static (bucket, _) => bucket)
            .WithTrackingName(TrackingNames.Types);

        // One file per group: a schema or an operation with the types that only it uses.
        context.RegisterSourceOutput(groups, static (output, group) => TypeOutput.Produce(output, group));

        // The proof that the generator ran, for a project that checks it.
        IncrementalValueProvider<bool> isChecked = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => ProjectOptions.IsLoadChecked(options));
        context.RegisterSourceOutput(isChecked, static (output, isChecked) =>
        {
            if (isChecked)
            {
                output.AddSource(LoadMarker.FileName, TypeOutput.ToSource(LoadMarker.Emit()));
            }
        });

        // Diagnostics are a separate output: their locations move with every edit of the file.
        IncrementalValuesProvider<LocatedDiagnostic> diagnostics = slice
            .SelectMany(static (slice, _) => slice.Diagnostics)
            .WithTrackingName(TrackingNames.Diagnostics);
        context.RegisterSourceOutput(diagnostics, static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));
        context.RegisterSourceOutput(
            conflicts.SelectMany(static (conflicts, _) => conflicts),
            static (output, conflict) => output.ReportDiagnostic(conflict.ToDiagnostic()));
    }
}
