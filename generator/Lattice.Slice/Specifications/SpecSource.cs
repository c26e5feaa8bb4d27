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
        if (!IsUrl(text))
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
            Name = _path = GetPath(address, text);
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

    /// <summary>The only document that is accepted; <see langword="null"/> for the present one.</summary>
    public SpecPin? Pin { get; init; }

    /// <summary>Whether a file is kept in the cache, because it stands for a document at a URL.</summary>
    public bool IsKept { get; init; }

    /// <summary>Whether a source is a URL and not a path.</summary>
    public static bool IsUrl(string text) => text.Contains("://", StringComparison.Ordinal);

    /// <summary>The address in messages, which must not show a password, or a token in the query.</summary>
    public static string Describe(Uri address) =>
        address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    /// <summary>Reads the specification, or downloads it unless the pinned one is in the cache.</summary>
    /// <exception cref="CommandFailedException">
    /// It cannot be read, is not an OpenAPI document, or is not the pinned document.
    /// </exception>
    public async Task<Specification> LoadAsync(SpecDownloads downloads, CancellationToken cancellationToken)
    {
        Specification spec = _address is null ? Read(downloads) : await GetAsync(_address, downloads, cancellationToken);
        return Pin is null || Pin.Hash == spec.Pin.Hash ? spec : throw new CommandFailedException(Pin.DescribeMove(Name, spec.Pin));
    }

    /// <summary>The path of a URL of a file. The host "localhost" means the same as none.</summary>
    private static string GetPath(Uri address, string text) =>
        address.Host.Length == 0 ? address.LocalPath
        : address.IsLoopback ? new UriBuilder(address) { Host = "" }.Uri.LocalPath
        : OperatingSystem.IsWindows() ? address.LocalPath
        : throw new CommandFailedException(
            $"\"{text}\" is a file of another computer, \"{address.Host}\". Pass a path, or a URL with http or https.");

    private async Task<Specification> GetAsync(Uri address, SpecDownloads downloads, CancellationToken cancellationToken)
    {
        if (Pin is not null && downloads.Find(Pin) is { } cached)
        {
            return Specification.Parse(cached, Name);
        }

        try
        {
            return await downloads.FetchAsync(address, Name, cancellationToken);
        }
        catch (SpecUnavailableException exception)
        {
            string copy = Pin is null
                ? "A cached copy is used only for the document that slice.json pins."
                : $"A cached copy is used without a download, but the cache does not have {Pin}, which slice.json pins.";
            throw new CommandFailedException($"{exception.Message} If you have a copy of the document, pass it with --spec FILE. {copy}");
        }
    }

    private Specification Read(SpecDownloads downloads)
    {
        byte[] utf8 = InputFile.Read(_path, Name, whenMissing: $" (full path: {Path.GetFullPath(_path)}).");
        var spec = Specification.Parse(utf8, Name, _path);
        if (IsKept)
        {
            downloads.Add(utf8);
        }

        return spec;
    }
}
