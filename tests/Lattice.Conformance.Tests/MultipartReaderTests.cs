using Lattice.Conformance.Encoding;

namespace Lattice.Conformance.Tests;

public class MultipartReaderTests
{
    [Fact]
    public async Task Parts_come_out_as_dotnet_writes_them()
    {
        using var content = new MultipartFormDataContent("the-boundary")
        {
            { new StringContent("a\r\n--b"), "purpose" },
            { new ByteArrayContent([0, 255, 13, 10]), "file", "a.bin" },
        };

        IReadOnlyList<Part> parts = MultipartReader.Read(await content.ReadAsByteArrayAsync(), "the-boundary");

        Assert.Equal(["purpose", "file"], parts.Select(part => part.Name));
        Assert.Equal("a\r\n--b", Encoding(parts[0].Bytes));
        Assert.Equal("a.bin", parts[1].FileName);
        Assert.Equal([0, 255, 13, 10], parts[1].Bytes);
    }

    [Theory]
    [InlineData("--b\r\nContent-Disposition: form-data; name=a\r\n\r\nx")]
    [InlineData("x\r\n--b--")]
    [InlineData("--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--")]
    public void What_is_no_multipart_body_is_refused(string body) =>
        Assert.Throws<FormatException>(() => MultipartReader.Read(System.Text.Encoding.UTF8.GetBytes(body), "b"));

    private static string Encoding(byte[] bytes) => System.Text.Encoding.UTF8.GetString(bytes);
}
