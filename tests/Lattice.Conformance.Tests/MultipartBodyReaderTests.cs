using Lattice.Conformance.Encoding;

namespace Lattice.Conformance.Tests;

public class MultipartBodyReaderTests
{
    [Fact]
    public async Task Parts_that_NET_writes_are_read()
    {
        using var content = new MultipartFormDataContent("the-boundary")
        {
            { new StringContent("a\r\n--b"), "purpose" },
            { new ByteArrayContent([0, 255, 13, 10]), "file", "a.bin" },
        };

        IReadOnlyList<Part> parts = MultipartBodyReader.Read(await content.ReadAsByteArrayAsync(), "the-boundary");

        Assert.Equal(["purpose", "file"], parts.Select(part => part.Name));
        Assert.Equal("a\r\n--b", Decode(parts[0].Bytes));
        Assert.Equal("a.bin", parts[1].FileName);
        Assert.Equal([0, 255, 13, 10], parts[1].Bytes);
    }

    [Theory]
    [InlineData("--b\r\nContent-Disposition: form-data; name=a\r\n\r\nx")]
    [InlineData("x\r\n--b--")]
    [InlineData("--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--")]
    public void An_invalid_multipart_body_is_rejected(string body) =>
        Assert.Throws<FormatException>(() => MultipartBodyReader.Read(System.Text.Encoding.UTF8.GetBytes(body), "b"));

    private static string Decode(byte[] bytes) => System.Text.Encoding.UTF8.GetString(bytes);
}
