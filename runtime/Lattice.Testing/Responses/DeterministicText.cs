using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lattice.Stripe.Testing.Responses;

/// <summary>
/// Text that looks random but depends only on the seed, the number of the request and the purpose: not on the platform, on threads,
/// or on earlier calls.
/// </summary>
internal sealed class DeterministicText(int seed, long number)
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>Returns <paramref name="length"/> ASCII letters and digits, always the same for the same purpose.</summary>
    public string Take(string purpose, int length)
    {
        var text = new StringBuilder(length);
        for (int block = 0; text.Length < length; block++)
        {
            string input = string.Create(CultureInfo.InvariantCulture, $"{seed}/{number}/{purpose}/{block}");
            foreach (byte value in SHA256.HashData(Encoding.UTF8.GetBytes(input)))
            {
                if (text.Length < length)
                {
                    text.Append(Alphabet[value % Alphabet.Length]);
                }
            }
        }

        return text.ToString();
    }
}
