namespace Lattice.Stripe.Testing.Parameters;

/// <summary>A parameter of a query, a form or a multipart body.</summary>
/// <param name="Name">The name, brackets included.</param>
/// <param name="Value">The text; for a file, a description that identifies it.</param>
/// <param name="File">The file; null for text.</param>
internal sealed record BodyPart(string Name, string Value, UploadedFile? File = null);
