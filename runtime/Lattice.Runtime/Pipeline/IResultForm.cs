namespace Lattice.Stripe.Pipeline;

/// <summary>The form in which a caller gets the result of a call. Implemented by structs, so that each form gets its own code.</summary>
internal interface IResultForm<TResource, out TEnd>
    where TResource : StripeResource
{
    static abstract TEnd Of(StripeResult<TResource> result);
}

/// <summary>The result itself, whether the call succeeded or failed.</summary>
internal readonly struct AsResult<TResource> : IResultForm<TResource, StripeResult<TResource>>
    where TResource : StripeResource
{
    public static StripeResult<TResource> Of(StripeResult<TResource> result) => result;
}

/// <summary>The resource; an error is thrown.</summary>
internal readonly struct AsResource<TResource> : IResultForm<TResource, TResource>
    where TResource : StripeResource
{
    public static TResource Of(StripeResult<TResource> result) => result.GetValueOrThrow();
}
