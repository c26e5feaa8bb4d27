namespace Lattice.Stripe.Testing.Parameters;

/// <summary>A parameter of a query, a form or a multipart body.</summary>
/// <param name="Name">The name, brackets included.</param>
/// <param name="Value">The text; for a file, a description that identifies it.</param>
/// <param name="File">The file; null if it is a text.</param>
internal sealed record BodyPart(string Name, string Value, SentFile? File)
{
    public static BodyPart OfText(KeyValuePair<string, string> pair) => new(pair.Key, pair.Value, File: null);
}

/// <summary>A file that was sent.</summary>
/// <param name="Name">Its name; not empty.</param>
/// <param name="Length">Its length in bytes.</param>
internal sealed record SentFile(string Name, int Length);
