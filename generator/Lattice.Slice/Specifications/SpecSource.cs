namespace Lattice.Slice.Specifications;

/// <summary>Where a specification is: a file, or an address that it is fetched from.</summary>
internal sealed class SpecSource
{
    /// <summary>Where Stripe publishes its document as JSON.</summary>
    public const string Stripe = "https://raw.githubusercontent.com/stripe/openapi/master/openapi/spec3.json";

    private readonly Uri? _address;
    private readonly string _path = "";

    /// <param name="text">A path or an address.</param>
    /// <param name="folder">What a relative path starts from.</param>
    /// <exception cref="CommandFailedException">It is an address of a kind that nothing can be fetched from.</exception>
    public SpecSource(string text, string folder)
    {
        if (!text.Contains("://", StringComparison.Ordinal))
        {
            _path = Path.Combine(folder, text);
            Name = text;
        }
        else if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https" or "file"))
        {
            throw new CommandFailedException(
                $"\"{text.Split("://")[0]}://…\" is not the address of a specification: give a path, or an address with http or https.");
        }
        else if (address.IsFile)
        {
            Name = _path = address.LocalPath;
        }
        else
        {
            _address = address;
            // Neither a password nor a token in the query is for a screen.
            Name = address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        }
    }

    /// <summary>What it is called in messages.</summary>
    public string Name { get; }

    /// <summary>Reads or fetches it, whole.</summary>
    /// <exception cref="CommandFailedException">It could not be read, or is not an OpenAPI document.</exception>
    public async Task<Specification> LoadAsync(CancellationToken cancellationToken)
    {
        byte[] utf8 = _address is null
            ? await ReadAsync(cancellationToken)
            : await SpecDownload.FetchAsync(_address, Name, cancellationToken);
        return Specification.Parse(utf8, Name);
    }

    private async Task<byte[]> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(_path, cancellationToken);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandFailedException($"{Name} does not exist (looked for at {Path.GetFullPath(_path)}).");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"{Name} cannot be read: {exception.Message}");
        }
    }
}
