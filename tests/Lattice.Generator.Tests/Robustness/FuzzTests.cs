using System.Collections.Immutable;
using Lattice.Generator.Emitting;
using Lattice.Generator.Pipeline;
using Lattice.Generator.Tests.Support;
using Lattice.Spec.Model;
using Lattice.TestSupport.Mutation;
using Microsoft.CodeAnalysis;

namespace Lattice.Generator.Tests.Robustness;

/// <summary>
/// Thousands of small slices with a few random errors each: the generator never throws, reports the location of each error, and emits
/// code that compiles. The errors are the same in each run.
/// </summary>
public class FuzzTests
{
    private const int Mutations = 30_000;
    private const int CompiledEvery = 50;
    private const int Parts = 10;

    // A part is one instance of this class.
    private readonly MutatedSlice _mutatedSlice = new("{}");

    // Emitters are pure functions of a type, so each distinct type is emitted once.
    private readonly HashSet<EmittedType> _emitted = [];

    private static readonly string[] s_seeds =
    [
        "two-resources.json",
        .. new[]
        {
            "response-unions", "clearable", "enums", "expandable", "merged-responses", "json-bodies", "lists-and-maps", "nested-objects",
            "pages", "path-parameters", "unions-in-parameters",
        }.Select(shape => Path.Combine("Shapes", shape, "slice.json")),
    ];

    public static TheoryData<int> AllParts => [.. Enumerable.Range(0, Parts)];

    [Theory]
    [MemberData(nameof(AllParts))]
    public void No_error_makes_the_generator_throw_or_report_a_wrong_location(int part)
    {
        string folder = Path.Combine(Repository.Root, "tests", "Lattice.Generator.Tests");
        string[] seeds = [.. s_seeds.Select(seed => File.ReadAllText(Path.Combine(folder, seed)))];
        JsonVocabulary vocabulary = SliceVocabulary.Create(seeds);
        List<string> failures = [];
        for (int number = part; number < Mutations; number += Parts)
        {
            string slice = new JsonMutator(new Random(number), vocabulary).Mutate(seeds[number % seeds.Length]);
            string? failure = Run(slice, isCompiled: number / Parts % CompiledEvery == part);
            if (failure is not null)
            {
                failures.Add($"{number}: {failure}\n{slice}\n");
            }
        }

        Assert.True(failures.Count == 0, $"{failures.Count} failures. {string.Join('\n', failures.Take(5))}");
    }

    private string? Run(string slice, bool isCompiled)
    {
        try
        {
            ImmutableArray<Diagnostic> diagnostics = isCompiled ? Compile(slice) : Generate(slice);
            return DiagnosticCheck.FindFailures(diagnostics, slice).FirstOrDefault();
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }

    /// <summary>Reads and emits without the compiler, which would take most of the time.</summary>
    private ImmutableArray<Diagnostic> Generate(string slice)
    {
        SpecFile file = SpecFile.Load(new TestFile("/project/stripe.json", slice), CancellationToken.None);
        SliceReading reading = SliceReading.Read([file], "Lattice.Stripe", isInternal: false, CancellationToken.None);
        foreach (EmittedType type in reading.Model.Groups.SelectMany(group => group.Types).Where(_emitted.Add))
        {
            var writer = new SourceWriter(new NameShortener(type.Type.Namespace));
            TypeEmitter.Emit(writer, type);
            Assert.NotEmpty(writer.ToString());
        }

        return [.. reading.Diagnostics.Select(diagnostic => diagnostic.ToDiagnostic())];
    }

    private ImmutableArray<Diagnostic> Compile(string slice)
    {
        Assert.Empty(_mutatedSlice.Compile(slice, out ImmutableArray<Diagnostic> diagnostics));
        return diagnostics;
    }
}
