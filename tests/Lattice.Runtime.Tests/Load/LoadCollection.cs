namespace Lattice.Stripe.Tests.Load;

/// <summary>Tests that look at the whole process, so that no other may run at the same time.</summary>
[CollectionDefinition(nameof(LoadCollection), DisableParallelization = true)]
public sealed class LoadCollection;
