namespace Lattice.Slice.Specifications;

/// <summary>The source of a specification: a file or a URL.</summary>
internal sealed class SpecSource
{
    /// <summary>The URL of Stripe's published JSON document.</summary>
    public const string Stripe = "https://raw.githubusercontent.com/stripe/openapi/master/openapi/spec3.json";

    private readonly Uri? _address;
    private readonly string _path = "";

    /// <param name="text">A path or a URL.</param>
    /// <param name="folder">The base of a relative path.</param>
    /// <exception cref="CommandFailedException">The URL has an unsupported scheme.</exception>
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
                $"\"{text.Split("://")[0]}://…\" is not a supported URL. Pass a path, or a URL with http or https.");
        }
        else if (address.IsFile)
        {
            Name = _path = address.LocalPath;
        }
        else
        {
            _address = address;
            // Messages must not show a password, or a token in the query.
            Name = address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        }
    }

    /// <summary>The name in messages.</summary>
    public string Name { get; }

    /// <summary>The text of a source for another folder: a URL or a full path as it is, a relative path from that folder.</summary>
    /// <param name="text">A path or a URL.</param>
    /// <param name="folder">The base of a relative path.</param>
    /// <param name="other">The folder that the text is for.</param>
    /// <exception cref="CommandFailedException">The URL contains a password, which would be written to a file.</exception>
    public static string GetTextFrom(string text, string folder, string other)
    {
        if (!text.Contains("://", StringComparison.Ordinal))
        {
            return Path.IsPathFullyQualified(text)
                ? text
                : Path.GetRelativePath(other, Path.Combine(folder, text)).Replace(Path.DirectorySeparatorChar, '/');
        }

        return Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.UserInfo.Length > 0
            ? throw new CommandFailedException("The URL contains a user or a password, which would be written to slice.json. Leave it out.")
            : text;
    }

    /// <summary>Reads or downloads the specification.</summary>
    /// <exception cref="CommandFailedException">It cannot be read, or is not an OpenAPI document.</exception>
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
            throw new CommandFailedException($"{Name} does not exist (full path: {Path.GetFullPath(_path)}).");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"Cannot read {Name}: {exception.Message}");
        }
    }
}
