using Lattice.Slice.Configuration;
using Lattice.Slice.Specifications;
using Lattice.Stripe.Testing;

namespace Lattice.Slice.Serving;

/// <summary>The slice that a stand-in answers from, and what it is called in messages.</summary>
internal sealed record ServedSlice(StripeSlice Slice, string Name)
{
    /// <summary>Finds the slice.</summary>
    /// <param name="given">
    /// A slice.json, beside which stripe.json is, or an OpenAPI document. Null: the slice.json that every command takes; where
    /// there is none, the slice of the SDK.
    /// </param>
    /// <exception cref="CommandFailedException">There is no such file, or it is neither.</exception>
    public static ServedSlice Find(string? given)
    {
        string configuration = given ?? SliceFiles.GetDefaultPath(Environment.CurrentDirectory);
        return given is null && !File.Exists(configuration)
            ? new ServedSlice(StripeSlice.BuiltIn, "the SDK's slice")
            : Read(configuration);
    }

    private static ServedSlice Read(string path)
    {
        if (IsDocument(path))
        {
            return ReadDocument(path);
        }

        SliceFiles files = SliceFiles.Load(path);
        return File.Exists(files.SlicePath)
            ? ReadDocument(files.SlicePath)
            : throw new CommandFailedException($"{files.SlicePath} does not exist. Run `lattice slice` to make it.");
    }

    private static ServedSlice ReadDocument(string path)
    {
        try
        {
            return new ServedSlice(StripeSlice.Load(path), path);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException(exception.Message);
        }
    }

    private static bool IsDocument(string path)
    {
        string text = Utf8Text.Decode(SliceFiles.ReadText(path), path);
        return JsonText.Parse(text, path).Find("openapi") is not null;
    }
}
