using Lattice.Stripe.Testing.Errors;

namespace Lattice.Stripe.Testing.Parameters;

/// <summary>Builds the tree that bracketed names describe.</summary>
internal static class ParameterTree
{
    /// <summary>Returns why the names are not a tree, or null and the tree.</summary>
    public static ApiError? Build(IEnumerable<BodyPart> parts, out ParameterNode root)
    {
        root = ParameterNode.Root();
        foreach (BodyPart part in parts)
        {
            if (ParameterName.Split(part.Name) is not { } segments)
            {
                return ApiError.Of($"Invalid parameter name: {ApiError.Shorten(part.Name)}. Names look like a[b] or a[0][b].");
            }

            if (!TrySet(root, segments, part))
            {
                return ApiError.Of($"Invalid {part.Name}: it was sent both with and without brackets.", part.Name);
            }
        }

        return null;
    }

    private static bool TrySet(ParameterNode root, List<string> segments, BodyPart part)
    {
        ParameterNode node = root;
        for (int depth = 0; depth < segments.Count; depth++)
        {
            string key = segments[depth].Length > 0 ? segments[depth] : IndexFor(node, segments, depth + 1);
            bool isLast = depth == segments.Count - 1;
            node = node.Find(key) ?? node.Add(key, isLast && part.File is not null ? ParameterKind.File : ParameterKind.Form);
            if (isLast ? node.Children.Count > 0 : node.Value is not null)
            {
                return false;
            }
        }

        // As at Stripe, the last value counts if a name is sent twice.
        node.Value = part.Value;
        node.File = part.File;
        return true;
    }

    /// <summary>
    /// The index of an empty pair of brackets: that of the last element if it does not have the following segments yet
    /// (<c>list[][a]=1&amp;list[][b]=2</c> is one element); otherwise, that of a new element.
    /// </summary>
    private static string IndexFor(ParameterNode list, List<string> segments, int next)
    {
        if (next < segments.Count && list.Children is [.., var last] && !Has(last, segments, next))
        {
            return last.Key;
        }

        return list.GetFreeIndex();
    }

    private static bool Has(ParameterNode node, List<string> segments, int next)
    {
        ParameterNode? found = node;
        foreach (string segment in segments.Skip(next))
        {
            found = found?.Find(segment);
        }

        return found is not null;
    }
}
