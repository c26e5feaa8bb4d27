using System.Globalization;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Operations;

/// <summary>
/// What a resource says of the file that it is created from. See
/// <see href="https://docs.stripe.com/api/files/object">The File object</see> in Stripe's reference.
/// </summary>
internal static class FileUpload
{
    /// <summary>Adds the name, the size and the type of an uploaded file to the parameters that the resource is created with.</summary>
    public static void AddDetails(Schema schema, ParameterNode sent)
    {
        if (ObjectSchemas.KindOf(schema) != "file" || sent.Find("file")?.File is not { } file)
        {
            return;
        }

        Add(sent, "filename", file.Name);
        Add(sent, "size", file.Length.ToString(CultureInfo.InvariantCulture));
        if (Path.GetExtension(file.Name) is ['.', .. { Length: > 0 } extension])
        {
            Add(sent, "type", extension.ToLowerInvariant());
        }
    }

    private static void Add(ParameterNode sent, string name, string value)
    {
        if (sent.Find(name) is null)
        {
            sent.Add(name, ParameterKind.Form).Value = value;
        }
    }
}
