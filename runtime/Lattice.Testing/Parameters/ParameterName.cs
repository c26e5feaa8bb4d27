namespace Lattice.Stripe.Testing.Parameters;

/// <summary>Splits a name such as <c>list[0][field]</c> into its segments.</summary>
internal static class ParameterName
{
    /// <summary>
    /// Deeper names are invalid, so that no request can exhaust the stack, and so that a client can read the parameter in a resource, in a
    /// list or in an event: readers of JSON usually stop at 64 levels.
    /// </summary>
    public const int MaximumDepth = 50;

    /// <summary>The segments (<c>list</c>, <c>0</c>, <c>field</c>), or null if the name is malformed.</summary>
    public static List<string>? Split(string name)
    {
        int bracket = name.AsSpan().IndexOfAny('[', ']');
        List<string> segments = [bracket < 0 ? name : name[..bracket]];
        if (segments[0].Length == 0)
        {
            return null;
        }

        ReadOnlySpan<char> rest = bracket < 0 ? default : name.AsSpan(bracket);
        while (!rest.IsEmpty)
        {
            int end = rest.IndexOf(']');
            if (rest[0] != '[' || end < 0 || segments.Count == MaximumDepth)
            {
                return null;
            }

            ReadOnlySpan<char> segment = rest[1..end];
            if (segment.Contains('['))
            {
                return null;
            }

            segments.Add(segment.ToString());
            rest = rest[(end + 1)..];
        }

        return segments;
    }
}
