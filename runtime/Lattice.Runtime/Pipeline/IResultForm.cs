namespace Lattice.Stripe.Pipeline;

/// <summary>What a call's result is handed to the caller as. A struct, so that the compiler makes code for each form.</summary>
internal interface IResultForm<TResource, out TEnd>
    where TResource : StripeResource
{
    static abstract TEnd Of(StripeResult<TResource> result);
}

/// <summary>The result itself, whether it is a success or not.</summary>
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
