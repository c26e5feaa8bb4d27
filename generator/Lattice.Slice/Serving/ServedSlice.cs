using Lattice.Slice.Configuration;
using Lattice.Slice.Files;
using Lattice.Stripe.Testing;

namespace Lattice.Slice.Serving;

/// <summary>The slice to serve, and its name in messages.</summary>
internal sealed record ServedSlice(StripeSlice Slice, string Name)
{
    /// <summary>Finds the slice.</summary>
    /// <param name="path">
    /// A slice.json with its stripe.json, or an OpenAPI document. If null: the default slice.json, otherwise the slice of the SDK.
    /// </param>
    /// <exception cref="CommandFailedException">The file does not exist, or is neither.</exception>
    public static ServedSlice Find(string? path)
    {
        string configuration = path ?? SliceFiles.GetDefaultPath(Environment.CurrentDirectory);
        return path is null && !InputFile.Exists(configuration)
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
        return files.SliceText is not null
            ? ReadDocument(files.SlicePath)
            : throw new CommandFailedException($"{files.SlicePath} does not exist. Run `lattice slice` to create it.");
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
        return JsonText.Parse(text, path, SliceFiles.Repair).Find("openapi") is not null;
    }
}
