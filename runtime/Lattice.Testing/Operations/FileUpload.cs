using System.Globalization;
using Lattice.Stripe.Testing.Parameters;
using Lattice.Stripe.Testing.Spec;

namespace Lattice.Stripe.Testing.Operations;

/// <summary>
/// What a file object says about the file that was uploaded. See
/// <see href="https://docs.stripe.com/api/files/object">The File object</see> in Stripe's reference.
/// </summary>
internal static class FileUpload
{
    private const string File = "file";

    /// <summary>Adds the properties of the file to the parameters that its object is created with.</summary>
    public static void AddProperties(Schema schema, ParameterNode sent)
    {
        if (ObjectSchemas.KindOf(schema) != File || sent.Find(File)?.File is not { } file)
        {
            return;
        }

        Add(sent, "filename", file.Name);
        Add(sent, "size", file.Length.ToString(CultureInfo.InvariantCulture));
        Add(sent, "type", file.Type);
        if (sent.Find("file_link_data") is { } link && link.Find("create")?.Value == "true" && sent.Find("link_data") is null)
        {
            // An element of the list "links", as ListElements reads it.
            sent.Add("link_data", ParameterKind.Array).Attach("0", link.CopyWithout("create"));
        }
    }

    private static void Add(ParameterNode sent, string name, string? value)
    {
        if (sent.Find(name) is null && value is not null)
        {
            sent.FindOrAdd(name).Value = value;
        }
    }
}
