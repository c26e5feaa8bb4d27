using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Onboarding.Pages;

namespace Onboarding.Endpoints;

/// <summary>
/// Lets an endpoint run only for a form of the app: one that can be read, and that has an antiforgery token. All other requests get a
/// page with a client error, because a browser or a person caused them, and nothing is wrong with the server.
/// </summary>
internal sealed class FormFilter(IAntiforgery antiforgery, ErrorPage page) : IEndpointFilter
{
    /// <summary>In bytes. The forms of the app have fewer than 2,000.</summary>
    private const int MaximumSize = 65_536;

    /// <summary>Maps an endpoint that gets a form of the app, available as <see cref="HttpRequest.Form"/>.</summary>
    public static RouteHandlerBuilder MapForm(IEndpointRouteBuilder routes, string pattern, Delegate handler) => routes
        .MapPost(pattern, handler)
        .AddEndpointFilter<FormFilter>()
        .WithMetadata(new RequestSizeLimitAttribute(MaximumSize));

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        // Before the antiforgery check, which throws if the form cannot be read.
        HttpContext context = invocation.HttpContext;
        if (await FindErrorAsync(context) is { } status)
        {
            return page.ShowUnreadableForm(status);
        }

        return await antiforgery.IsRequestValidAsync(context) ? await next(invocation) : page.ShowExpiredForm();
    }

    /// <summary>Reads the form. Returns the status of the response if that is not possible, or null.</summary>
    private static async Task<int?> FindErrorAsync(HttpContext context)
    {
        if (!IsUtf8Form(context.Request.ContentType))
        {
            return StatusCodes.Status415UnsupportedMediaType;
        }

        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException exception)
        {
            return exception.StatusCode;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }

    /// <summary>
    /// Returns whether the type is that of a form as browsers post it. ASP.NET Core would decode other types, too, and throws for a
    /// character set that .NET has disabled, such as UTF-7.
    /// </summary>
    private static bool IsUtf8Form(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type)
        && type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
        && type.Parameters.Where(parameter => parameter.Name.Equals("charset", StringComparison.OrdinalIgnoreCase)).All(parameter =>
            HeaderUtilities.RemoveQuotes(parameter.Value).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
