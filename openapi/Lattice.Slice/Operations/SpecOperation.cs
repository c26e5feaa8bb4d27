using System.Text.Json;
using Lattice.Generator.Reading;
using Lattice.Slice.Names;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Operations;

/// <summary>A POST of a specification.</summary>
/// <param name="Item">The path's item, which has the operation.</param>
/// <param name="Resource">The id of the resource that it answers; <see langword="null"/> if it answers none.</param>
/// <param name="Kind">What the specification's paths say that it is.</param>
internal sealed record SpecOperation(OperationPath Path, JsonElement Item, JsonElement Post, ResourceId? Resource, OperationKind Kind)
{
    /// <summary>The operation as slice.json and messages name it.</summary>
    public string Text => $"POST {Path.Text}";

    public bool IsCreate => Kind == OperationKind.Create && Obstacle is null;

    /// <summary>Why the generator leaves it out, whatever it does; <see langword="null"/> if it does not.</summary>
    public string? Obstacle => PathValidator.GetError(Path.Text) is { } error ? $"the path is not valid: {error}"
        : Path.HasPartialPlaceholder ? OperationPath.PartialPlaceholder
        : null;

    /// <summary>The name of the resource's class without the root namespace, such as <c>BillingPortal.Session</c>.</summary>
    public string TypeName => Resource is null ? "" : CSharpNames.Relative(Resource.GetTypeName(CSharpNames.Root));

    /// <summary>The name of the method without <c>Async</c>, such as <c>CreateForAccount</c>.</summary>
    public string Method => Resource is null ? "" : OperationNames.GetMethodName(Path, Resource);

    /// <summary>The parameters of the body, those that Stripe requires first.</summary>
    public IReadOnlyList<(string Name, bool IsRequired)> Parameters
    {
        get
        {
            JsonElement schema = Post.Find("requestBody", "content")?.Members().FirstOrDefault().Value.Find("schema") ?? default;
            HashSet<string?> required = [.. (schema.Find("required") ?? default).Items().Select(name => name.ToString())];
            return [.. (schema.Find("properties") ?? default).Members()
                .Select(property => (property.Name, IsRequired: required.Contains(property.Name)))
                .OrderByDescending(parameter => parameter.IsRequired).ThenBy(parameter => parameter.Name, StringComparer.Ordinal)];
        }
    }

    /// <summary>Why it is no create, for a person.</summary>
    public string WhyNot => Obstacle ?? Kind switch
    {
        OperationKind.Create => "",
        OperationKind.Update when OperationPath.IsPlaceholder(Path.Last) => $"update: its path ends in {Path.Last}",
        OperationKind.Update => "update: a GET of its path returns one object, no list",
        _ when Resource is null => "action: it answers no resource",
        _ => $"action: \"{Path.Last}\" is not the collection of {Resource.Text}",
    };
}
