using System.Text;
using Lattice.Stripe.Testing;
using Stripe;
using StripeNetTests.Support;

namespace StripeNetTests.StandIn;

/// <summary>Files that Stripe.net uploads.</summary>
public sealed class UploadTests : IDisposable
{
    private readonly StripeStandIn _stripe = StandIns.CreateShop();
    private readonly StripeClient _client;

    public UploadTests() => _client = StandIns.CreateClient(_stripe);

    public void Dispose() => _stripe.Dispose();

    [Fact]
    public async Task A_file_is_uploaded_and_read_again()
    {
        Stripe.File file = await UploadAsync("%PDF-1.7", "receipt größe.pdf", "dispute_evidence");

        Assert.Equal(("file", "dispute_evidence"), (file.Object, file.Purpose));
        Assert.Equal(("receipt größe.pdf", 8, "pdf"), (file.Filename, file.Size, file.Type));
        Assert.Equal(file.Filename, (await _client.V1.Files.GetAsync(file.Id)).Filename);
        ReceivedRequest request = _stripe.AssertReceived(
            HttpMethod.Post, "/v1/files", request => request.WithParameter("purpose", "dispute_evidence"));
        Assert.StartsWith("multipart/form-data; boundary=", request.Headers["Content-Type"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_purpose_that_Stripe_does_not_know_is_an_error()
    {
        StripeException exception = await Assert.ThrowsAsync<StripeException>(() => UploadAsync("x", "x.txt", "souvenir"));

        Assert.Equal(("invalid_request_error", "purpose"), (exception.StripeError.Type, exception.StripeError.Param));
    }

    private Task<Stripe.File> UploadAsync(string content, string name, string purpose) => _client.V1.Files.CreateAsync(new FileCreateOptions
    {
        File = new MultipartFileContent { Data = new MemoryStream(Encoding.UTF8.GetBytes(content)), Name = name },
        Purpose = purpose,
    });
}
