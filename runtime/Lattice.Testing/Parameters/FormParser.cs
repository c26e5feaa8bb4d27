using Lattice.Stripe.Testing.Errors;

namespace Lattice.Stripe.Testing.Parameters;

/// <summary>The WHATWG parser for <c>application/x-www-form-urlencoded</c>, except that it reports bytes that are not UTF-8.</summary>
internal static class FormParser
{
    /// <summary>Adds the decoded pairs of <paramref name="form"/> to <paramref name="parts"/>.</summary>
    /// <returns>The first error; null if there is none. All pairs are added in either case.</returns>
    public static ApiError? Parse(ReadOnlySpan<byte> form, List<BodyPart> parts)
    {
        ApiError? error = null;
        while (!form.IsEmpty)
        {
            int end = form.IndexOf((byte)'&');
            ReadOnlySpan<byte> pair = end < 0 ? form : form[..end];
            form = end < 0 ? default : form[(end + 1)..];
            if (!pair.IsEmpty)
            {
                ApiError? invalid = Add(pair, parts);
                error ??= invalid;
            }
        }

        return error;
    }

    private static ApiError? Add(ReadOnlySpan<byte> pair, List<BodyPart> parts)
    {
        int equals = pair.IndexOf((byte)'=');
        bool isName = PercentEncoding.TryDecode(equals < 0 ? pair : pair[..equals], plusIsSpace: true, out string name);
        bool isValue = PercentEncoding.TryDecode(equals < 0 ? default : pair[(equals + 1)..], plusIsSpace: true, out string value);
        parts.Add(new BodyPart(name, value));
        return !isName ? ApiError.NameIsNotText(name)
            : !isValue ? ApiError.IsNotText(name)
            : null;
    }
}
