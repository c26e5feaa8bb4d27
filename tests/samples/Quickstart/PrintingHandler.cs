namespace Quickstart;

/// <summary>Prints each request: the request line and the form. It never prints headers, which contain the key.</summary>
internal sealed class PrintingHandler() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
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
