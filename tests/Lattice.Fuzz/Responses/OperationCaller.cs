using System.Reflection;
using System.Text.Json;
using Lattice.Stripe;

namespace Lattice.Fuzz.Responses;

/// <summary>Calls an operation of the SDK in all ways that read a response.</summary>
internal abstract class OperationCaller(StripeOperation operation, Type resource)
{
    public StripeOperation Operation => operation;

    public Type Resource => resource;

    /// <summary>The operations of the SDK, in the order of their names.</summary>
    public static IReadOnlyList<OperationCaller> All { get; } =
    [
        .. typeof(AccountLink).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(property => property.PropertyType.IsSubclassOf(typeof(StripeOperation)))
            .Select(Create)
            .OrderBy(caller => caller.Operation.Name, StringComparer.Ordinal),
    ];

    /// <summary>Calls the form that returns errors.</summary>
    public abstract Task<CallResult> TryAsync(IStripeClient client, StripeRequestOptions options);

    /// <summary>Calls the form that throws errors.</summary>
    /// <exception cref="StripeException">The call failed.</exception>
    public abstract Task SendAsync(IStripeClient client, StripeRequestOptions options);

    /// <summary>Reads a resource from JSON without a call.</summary>
    /// <exception cref="JsonException">The text is not a JSON object.</exception>
    public abstract StripeObject Deserialize(byte[] json);

    private static OperationCaller Create(PropertyInfo property) => (OperationCaller)Activator.CreateInstance(
        typeof(OperationCaller<,>).MakeGenericType(property.PropertyType.GetGenericArguments()), property.GetValue(null))!;
}

/// <summary>Calls an operation of the SDK.</summary>
internal sealed class OperationCaller<TParams, TResource>(StripeOperation<TParams, TResource> operation)
    : OperationCaller(operation, typeof(TResource))
    where TParams : StripeParams
    where TResource : StripeResource, IJsonReadable<TResource>
{
    private readonly PathParameters _path =
        [.. operation.RouteTemplate.Split('/').Where(segment => segment.StartsWith('{')).Select(segment => segment.Trim('{', '}') + "_1")];

    public override async Task<CallResult> TryAsync(IStripeClient client, StripeRequestOptions options)
    {
        StripeResult<TResource> result = await operation.TrySendAsync(client, _path, null, options, CancellationToken.None);
        return new CallResult(result.Value, result.Error, result.Response, result.ToString());
    }

    public override Task SendAsync(IStripeClient client, StripeRequestOptions options) =>
        operation.SendAsync(client, _path, null, options, CancellationToken.None);

    public override StripeObject Deserialize(byte[] json) => StripeJson.Deserialize<TResource>(json);
}

/// <summary>The result of a call without the type of its resource.</summary>
/// <param name="Value">The resource.</param>
/// <param name="Error">The error.</param>
/// <param name="Response">The metadata of the response.</param>
/// <param name="Text">The text of the result.</param>
internal sealed record CallResult(StripeResource? Value, StripeError? Error, StripeResponse? Response, string Text);
