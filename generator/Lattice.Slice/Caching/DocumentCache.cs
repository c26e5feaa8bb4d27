using System.Text;
using Lattice.Slice.Files;

namespace Lattice.Slice.Caching;

/// <summary>
/// Documents by the SHA-256 of their bytes, and the entity tags (RFC 9110, section 8.8.3) with which servers sent them. A document that
/// cannot be kept is a warning, because the command has it.
/// </summary>
internal sealed class DocumentCache
{
    // Stripe's document has about 8 MB, and a new version appears each month.
    private const int MaxDocuments = 16;
    private const long MaxBytes = 256 * 1024 * 1024;
    private const int MaxTags = 64;

    private readonly CacheStore? _documents;
    private readonly CacheStore? _tags;
    private readonly Action<string> _warn;

    /// <param name="folder">The folder of the cache; <see langword="null"/> if the user has none.</param>
    /// <param name="warn">Receives a sentence for the user.</param>
    public DocumentCache(string? folder, Action<string> warn)
    {
        _warn = warn;
        if (folder is not null)
        {
            _documents = new CacheStore(Path.Combine(folder, "documents"), MaxDocuments, MaxBytes);
            _tags = new CacheStore(Path.Combine(folder, "etags"), MaxTags, MaxBytes);
        }
    }

    /// <summary>Finds a document. A file that does not have the hash of its name is deleted.</summary>
    public byte[]? Find(string hash)
    {
        byte[]? document = _documents?.Read(hash);
        if (document is null || ContentHash.Compute(document) == hash)
        {
            return document;
        }

        _documents!.Delete(hash);
        return null;
    }

    /// <summary>Keeps a document.</summary>
    public void Add(byte[] document) => Keep(() => Write(document));

    /// <summary>Keeps a document that a server sent.</summary>
    /// <param name="tag">The entity tag of the response; <see langword="null"/> if it has none.</param>
    public void Add(Uri address, byte[] document, string? tag) => Keep(() =>
    {
        string hash = Write(document);
        if (tag is not null)
        {
            _tags!.Write(GetName(address), Encoding.UTF8.GetBytes($"{hash} {tag}"));
        }
    });

    /// <summary>Finds the document that a server sent last, if it is still here.</summary>
    public (string Tag, byte[] Document)? FindLast(Uri address) =>
        _tags?.Read(GetName(address)) is { } content
            && Encoding.UTF8.GetString(content).Split(' ', 2) is [var hash, var tag]
            && ContentHash.IsValid(hash)
            && Find(hash) is { } document
            ? (tag, document)
            : null;

    // The address itself may have a password or a token.
    private static string GetName(Uri address) => ContentHash.Compute(Encoding.UTF8.GetBytes(address.AbsoluteUri));

    private string Write(byte[] document)
    {
        string hash = ContentHash.Compute(document);
        if (Find(hash) is null)
        {
            _documents!.Write(hash, document);
        }

        return hash;
    }

    private void Keep(Action write)
    {
        if (_documents is null)
        {
            Warn("This user has no folder for caches.");
            return;
        }

        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Warn(exception.Message);
        }
    }

    private void Warn(string reason) =>
        _warn($"The document is not kept in the cache: {reason} To use another folder, set {CacheFolder.Variable}.");
}
