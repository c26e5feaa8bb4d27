using Lattice.Slice.Files;

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
            Name = Describe(address);
        }

        if (_path.Contains('\0'))
        {
            throw new CommandFailedException($"The path {Name} contains a null character. Remove it from \"source\" or --spec.");
        }
    }

    /// <summary>The name in messages.</summary>
    public string Name { get; }

    /// <summary>The address in messages, which must not show a password, or a token in the query.</summary>
    public static string Describe(Uri address) =>
        address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    /// <summary>Reads or downloads the specification.</summary>
    /// <exception cref="CommandFailedException">It cannot be read, or is not an OpenAPI document.</exception>
    public async Task<Specification> LoadAsync(CancellationToken cancellationToken) => _address is null
        ? Specification.Parse(InputFile.Read(_path, Name, whenMissing: $" (full path: {Path.GetFullPath(_path)})."), Name, _path)
        : Specification.Parse(await SpecDownload.FetchAsync(_address, Name, cancellationToken), Name);
}
