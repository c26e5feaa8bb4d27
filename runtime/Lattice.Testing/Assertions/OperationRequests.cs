using Lattice.Stripe.Testing.Parameters;

namespace Lattice.Stripe.Testing.Assertions;

/// <summary>The requests that an assertion is about.</summary>
/// <param name="Operation">The name of the operation.</param>
/// <param name="Received">Its requests, oldest first.</param>
/// <param name="DroppedCount">The number of its requests that are no longer kept.</param>
/// <param name="All">The requests of all operations, oldest first.</param>
/// <param name="Check">The check that requests had to pass.</param>
internal sealed record OperationRequests(
    string Operation,
    IReadOnlyList<ReceivedRequest> Received,
    int DroppedCount,
    IReadOnlyList<ReceivedRequest> All,
    ParameterCheck Check);
