namespace Lattice.Generator.Reading;

internal enum OperationKind
{
    Create,
    Update,
    Action,
}

/// <summary>Tells creates from updates and actions by the rules of Stripe's paths; the first that matches decides.</summary>
internal static class OperationClassifier
{
    /// <param name="path">The path of the POST.</param>
    /// <param name="resource">The id of the resource that it answers.</param>
    /// <param name="getReturnsList">Whether a GET of the same path returns a list; <see langword="null"/> if there is none.</param>
    /// <param name="answersNothing">Whether the answer is <c>{}</c>.</param>
    public static OperationKind Classify(OperationPath path, ResourceId? resource, bool? getReturnsList, bool answersNothing)
    {
        if (OperationPath.IsPlaceholder(path.Last))
        {
            return OperationKind.Update;
        }

        if (getReturnsList is { } isList)
        {
            return isList ? OperationKind.Create : OperationKind.Update;
        }

        if (answersNothing && path.Version == "v2")
        {
            return OperationKind.Create;
        }

        if (resource is not null && (IsCollectionOf(path.Last, resource) || IsSingularOf(path, resource)))
        {
            return OperationKind.Create;
        }

        return path.Last.StartsWith("create_", StringComparison.Ordinal) ? OperationKind.Create : OperationKind.Action;
    }

    private static bool IsCollectionOf(string segment, ResourceId resource)
    {
        string plural = EnglishWords.Plural(resource.LastWords[resource.LastWords.Count - 1]);
        return segment == plural || segment.EndsWith("_" + plural, StringComparison.Ordinal);
    }

    private static bool IsSingularOf(OperationPath path, ResourceId resource)
    {
        string words = string.Join("_", resource.LastWords);
        return path.Version == "v2" && (words == path.Last || words.EndsWith("_" + path.Last, StringComparison.Ordinal));
    }
}
