using System.Collections.Immutable;
using Lattice.Generator.Diagnostics;
using Lattice.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.OpenApi;

namespace Lattice.Generator.Reading;

/// <summary>Reads a slice into the model. It never throws for what the file says: that becomes a problem, and the rest is read.</summary>
internal static class SpecReader
{
    /// <param name="files">The slices of the project: there may be one.</param>
    public static ApiModel Read(ImmutableArray<SpecFile> files, string rootNamespace, CancellationToken cancellationToken)
    {
        if (files.IsEmpty)
        {
            return new ApiModel(default, default);
        }

        SpecFile first = files.OrderBy(file => file.Path, StringComparer.Ordinal).First();
        if (ProjectOptions.FindInvalidPart(rootNamespace) is { } part)
        {
            return new ApiModel(default, new[] { AtStart(first, Descriptors.InvalidNamespace, rootNamespace, part) }.ToEquatableArray());
        }

        if (first.Failure is { } failure)
        {
            return new ApiModel(default, new[] { AtStart(first, Descriptors.Failed, failure) }.ToEquatableArray());
        }

        ApiModel model = Read(first, rootNamespace, cancellationToken);
        IEnumerable<Problem> others = files.Where(file => file != first).Select(file => AtStart(file, Descriptors.SeveralSlices, first.Path));
        return model with { Problems = model.Problems.Concat(others).ToEquatableArray() };
    }

    /// <summary>A problem of the project, which no place in the file has.</summary>
    private static Problem AtStart(SpecFile file, DiagnosticDescriptor descriptor, params string[] arguments) =>
        new(descriptor.Id, arguments.ToEquatableArray(), file.Path, Line: 0, Column: 0);

    private static ApiModel Read(SpecFile file, string rootNamespace, CancellationToken cancellationToken)
    {
        var problems = new ProblemLog(file);
        return new ApiModel(TryRead(file, rootNamespace, problems, cancellationToken).ToEquatableArray(), problems.ToProblems());
    }

    private static List<TypeGroup> TryRead(SpecFile file, string rootNamespace, ProblemLog problems, CancellationToken cancellationToken)
    {
        try
        {
            return SpecParser.Parse(file, problems) is { } document
                ? ReadDocument(document, rootNamespace, problems, cancellationToken)
                : [];
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The OpenAPI library follows references late, so a broken one may show anywhere; the compiler would only say CS8785.
            problems.Add(Descriptors.Failed, JsonPath.Root, $"{exception.GetType().Name}: {exception.Message}");
            return [];
        }
    }

    private static List<TypeGroup> ReadDocument(
        OpenApiDocument document, string rootNamespace, ProblemLog problems, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(document.Info.Version))
        {
            problems.Add(Descriptors.NoVersion, JsonPath.Root / "info");
            return [];
        }

        var spec = new SpecInfo(document.Info.Title ?? "Stripe API", document.Info.Version!, rootNamespace);
        var version = new VersionType(spec, new TypeName(rootNamespace, ReferencedSlice.VersionType));
        var registry = new TypeRegistry(rootNamespace, problems);
        registry.TryTake(version.Type, JsonPath.Root / "info" / "version");

        var answers = new AnswerSchemaReader(spec, new AnswerUnions(), registry, problems);
        var operations = new OperationReader(spec, answers, GetRequestReaders(spec, registry, problems), registry, problems);
        List<TypeGroup> groups = [new TypeGroup(new EmittedType[] { version }.ToEquatableArray())];
        groups.AddRange(operations.Read(document.Paths, cancellationToken));
        groups.AddRange(operations.Holders);
        groups.AddRange(answers.ReadComponents(operations.Operations));
        return groups;
    }

    private static Dictionary<string, RequestSchemaReader> GetRequestReaders(SpecInfo spec, TypeRegistry registry, ProblemLog problems) => new()
    {
        ["application/x-www-form-urlencoded"] = new RequestSchemaReader(spec, BodyFormat.Form, registry, problems),
        ["application/json"] = new RequestSchemaReader(spec, BodyFormat.Json, registry, problems),
        ["multipart/form-data"] = new RequestSchemaReader(spec, BodyFormat.Multipart, registry, problems),
    };
}
