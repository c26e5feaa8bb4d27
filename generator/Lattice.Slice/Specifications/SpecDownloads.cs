using Lattice.Slice.Caching;

namespace Lattice.Slice.Specifications;

/// <summary>Downloads specifications, and keeps them in the cache.</summary>
internal sealed class SpecDownloads(DocumentCache cache, SpecDownload download)
{
    /// <summary>Finds a document in the cache.</summary>
    public byte[]? Find(SpecPin pin) => cache.Find(pin.Hash);

    /// <summary>Keeps a document that was not downloaded.</summary>
    public void Add(byte[] document) => cache.Add(document);

    /// <summary>Downloads the present document of a server. If the server says that it has not changed, it comes from the cache.</summary>
    /// <param name="name">The address in messages.</param>
    /// <exception cref="SpecUnavailableException">It cannot be downloaded.</exception>
    /// <exception cref="CommandFailedException">It is not an OpenAPI document.</exception>
    public async Task<Specification> FetchAsync(Uri address, string name, CancellationToken cancellationToken)
    {
        (string Tag, byte[] Document)? last = cache.FindLast(address);
        SpecResponse response = await download.FetchAsync(address, name, last?.Tag, cancellationToken);
        if (response.Document is null)
        {
            return Specification.Parse(last!.Value.Document, name);
        }

        // Parsed first, because what is not a specification must not push one out of the cache.
        var spec = Specification.Parse(response.Document, name);
        cache.Add(address, response.Document, response.Tag);
        return spec;
    }
}
