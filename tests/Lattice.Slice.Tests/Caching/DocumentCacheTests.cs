using System.Text;
using Lattice.Slice.Caching;
using Lattice.Slice.Files;

namespace Lattice.Slice.Tests.Caching;

/// <summary>Documents by their hashes.</summary>
public sealed class DocumentCacheTests : IDisposable
{
    private static readonly byte[] s_document = Encoding.UTF8.GetBytes("{}");
    private static readonly string s_hash = ContentHash.Compute(s_document);
    private static readonly Uri s_address = new("https://user:hidden@example.com/spec3.json?token=hidden");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lattice-documents-");
    private readonly List<string> _warnings = [];
    private readonly DocumentCache _cache;

    public DocumentCacheTests() => _cache = new DocumentCache(_folder.FullName, _warnings.Add);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_hash_is_that_of_sha256sum() =>
        Assert.Equal("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", s_hash);

    [Fact]
    public void A_document_is_found_by_its_hash()
    {
        Assert.Null(_cache.Find(s_hash));

        _cache.Add(s_document);

        Assert.Equal(s_document, _cache.Find(s_hash));
        Assert.Empty(_warnings);
    }

    [Fact]
    public void The_last_document_of_a_server_is_found_with_its_entity_tag()
    {
        Assert.Null(_cache.FindLast(s_address));

        _cache.Add(s_address, s_document, "W/\"a b\"");

        Assert.Equal(("W/\"a b\"", s_document), _cache.FindLast(s_address));
        Assert.Null(_cache.FindLast(new Uri("https://example.com/other.json")));
        Assert.All(Files, file => Assert.DoesNotContain("hidden", file + File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../secret \"a\"")]
    [InlineData("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a")]
    public void A_damaged_entity_tag_is_ignored(string text)
    {
        _cache.Add(s_address, s_document, "\"a\"");
        File.WriteAllText(Files.Single(file => file.Contains("etags", StringComparison.Ordinal)), text);

        Assert.Null(_cache.FindLast(s_address));
    }

    [Fact]
    public void A_document_that_does_not_have_its_hash_is_deleted()
    {
        _cache.Add(s_address, s_document, "\"a\"");
        string file = Files.Single(file => Path.GetFileName(file) == s_hash);
        File.WriteAllText(file, "[]");

        Assert.Null(_cache.FindLast(s_address));
        Assert.Null(_cache.Find(s_hash));
        Assert.False(File.Exists(file));
        _cache.Add(s_document);
        Assert.Equal(s_document, _cache.Find(s_hash));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_a_warning()
    {
        string file = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(file, "");
        var cache = new DocumentCache(file, _warnings.Add);

        cache.Add(s_address, s_document, "\"a\"");

        string warning = Assert.Single(_warnings);
        Assert.StartsWith("The document is not kept in the cache: ", warning, StringComparison.Ordinal);
        Assert.EndsWith(" To use another folder, set LATTICE_CACHE.", warning, StringComparison.Ordinal);
        Assert.Null(cache.Find(s_hash));
    }

    [Fact]
    public void A_user_without_a_folder_has_a_cache_that_warns()
    {
        var cache = new DocumentCache(null, _warnings.Add);

        cache.Add(s_document);

        Assert.Equal(
            ["The document is not kept in the cache: This user has no folder for caches. To use another folder, set LATTICE_CACHE."],
            _warnings);
        Assert.Null(cache.Find(s_hash));
        Assert.Null(cache.FindLast(s_address));
    }

    private string[] Files => Directory.GetFiles(_folder.FullName, "*", SearchOption.AllDirectories);
}
