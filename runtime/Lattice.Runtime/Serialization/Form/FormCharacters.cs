namespace Lattice.Stripe.Serialization.Form;

/// <summary>
/// The characters of the WHATWG URL Standard's
/// <see href="https://url.spec.whatwg.org/#urlencoded-serializing"><c>application/x-www-form-urlencoded</c> serializer</see>.
/// </summary>
/// <remarks>
/// Values are encoded at run time, by <c>FormEncoding</c>; the names of parameters at compile time, by Lattice.Generator, which
/// compiles this file from here. Both must encode in the same way, so the file must also compile for .NET Standard 2.0.
/// </remarks>
internal static class FormCharacters
{
    /// <summary>The characters that stay as they are. Each other byte of the UTF-8 form becomes <c>%XX</c>, except a space.</summary>
    public const string Unreserved = "*-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

    /// <summary>The character that replaces a space.</summary>
    public const char Space = '+';

    /// <summary>The digits of <c>%XX</c>.</summary>
    public const string HexDigits = "0123456789ABCDEF";
}
