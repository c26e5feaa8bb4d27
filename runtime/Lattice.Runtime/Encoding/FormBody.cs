using System.Text;

namespace Lattice.Stripe.Serialization;

/// <summary>Looks names up in a form body that has been written.</summary>
internal static class FormBody
{
    /// <summary>Whether <paramref name="body"/> has a parameter of exactly this encoded name.</summary>
    public static bool ContainsName(ReadOnlySpan<byte> body, ReadOnlySpan<byte> name)
    {
        while (!body.IsEmpty)
        {
            ReadOnlySpan<byte> parameter = TakeParameter(ref body);
            if (parameter.Length > name.Length && parameter[name.Length] == (byte)'=' && parameter.StartsWith(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The names of the parameters without what is in their brackets, each once for every parameter.</summary>
    public static List<string> GetTopLevelNames(ReadOnlySpan<byte> body)
    {
        List<string> names = [];
        while (!body.IsEmpty)
        {
            ReadOnlySpan<byte> parameter = TakeParameter(ref body);
            names.Add(Encoding.ASCII.GetString(parameter[..parameter.IndexOfAny((byte)'=', (byte)'[')]));
        }

        return names;
    }

    private static ReadOnlySpan<byte> TakeParameter(ref ReadOnlySpan<byte> body)
    {
        int end = body.IndexOf((byte)'&');
        ReadOnlySpan<byte> parameter = end < 0 ? body : body[..end];
        body = end < 0 ? default : body[(end + 1)..];
        return parameter;
    }
}
