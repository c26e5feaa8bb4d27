using System.Text;
using Lattice.Stripe.Serialization.Form;

namespace Lattice.Generator.Emitting;

/// <summary>Encodes the names of parameters for forms at compile time, as the runtime encodes values and the keys of maps.</summary>
internal static class FormName
{
    /// <summary>The encoded name. Stripe's names need no encoding, but a slice may contain any name.</summary>
    public static string Encode(string name)
    {
        var encoded = new StringBuilder(name.Length);
        foreach (byte value in Encoding.UTF8.GetBytes(name))
        {
            if (value == ' ')
            {
                encoded.Append(FormCharacters.Space);
            }
            else if (FormCharacters.Unreserved.IndexOf((char)value) >= 0)
            {
                encoded.Append((char)value);
            }
            else
            {
                encoded.Append('%').Append(FormCharacters.HexDigits[value >> 4]).Append(FormCharacters.HexDigits[value & 0xF]);
            }
        }

        return encoded.ToString();
    }
}
