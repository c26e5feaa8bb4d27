namespace Quickstart;

/// <summary>Shows each request as it is sent: its line and its form, never its headers, which hold the key.</summary>
internal sealed class ConversationPrinter() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Console.WriteLine();
        Console.WriteLine($"> {request.Method} {request.RequestUri!.PathAndQuery}");
        if (request.Content is { } content)
        {
            Console.WriteLine($"> {await content.ReadAsStringAsync(cancellationToken)}");
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
