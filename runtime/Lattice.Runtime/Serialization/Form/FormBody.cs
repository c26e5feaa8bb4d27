using System.Net;
using System.Text;
using Lattice.Stripe.Buffers;

namespace Lattice.Stripe.Serialization.Form;

/// <summary>Encodes form bodies, and reads encoded ones.</summary>
internal static class FormBody
{
    /// <exception cref="ArgumentException">An extra parameter has a malformed name or is set already.</exception>
    public static EncodedBody Create(FormParams? parameters, IReadOnlyDictionary<string, string>? extra) =>
        new(Encode(parameters, extra), "application/x-www-form-urlencoded");

    /// <exception cref="ArgumentException">An extra parameter has a malformed name or is set already.</exception>
    public static PooledBytes Encode(FormParams? parameters, IReadOnlyDictionary<string, string>? extra)
    {
        var form = new FormWriter(stackalloc byte[FormWriter.ScratchLength]);
        try
        {
            parameters?.Write(ref form);
            if (extra is not null)
            {
                WriteExtra(ref form, extra);
            }

            return form.Detach();
        }
        finally
        {
            form.Dispose();
        }
    }

    private static void WriteExtra(ref FormWriter form, IReadOnlyDictionary<string, string> extra)
    {
        foreach (KeyValuePair<string, string> parameter in extra)
        {
            form.WriteExtra(parameter.Key, parameter.Value);
        }
    }

    /// <summary>Whether <paramref name="body"/> has a parameter with exactly this encoded name.</summary>
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

    /// <summary>Returns the name of each parameter without its brackets.</summary>
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

    /// <summary>Returns the decoded names and values of the parameters.</summary>
    public static List<KeyValuePair<string, string>> Decode(ReadOnlySpan<byte> body)
    {
        List<KeyValuePair<string, string>> parameters = [];
        while (!body.IsEmpty)
        {
            string parameter = Encoding.ASCII.GetString(TakeParameter(ref body));
            int equals = parameter.IndexOf('=', StringComparison.Ordinal);
            parameters.Add(new(WebUtility.UrlDecode(parameter[..equals]), WebUtility.UrlDecode(parameter[(equals + 1)..])));
        }

        return parameters;
    }

    private static ReadOnlySpan<byte> TakeParameter(ref ReadOnlySpan<byte> body)
    {
        int end = body.IndexOf((byte)'&');
        ReadOnlySpan<byte> parameter = end < 0 ? body : body[..end];
        body = end < 0 ? default : body[(end + 1)..];
        return parameter;
    }
}
