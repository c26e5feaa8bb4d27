namespace Lattice.Stripe;

/// <summary>
/// The parameters of an operation, or a nested part of them. Parameters may hold bank accounts and identity numbers, so
/// their text form names the parameters that are set and shows no value.
/// </summary>
public abstract class StripeParams
{
    private protected StripeParams()
    {
    }

    /// <summary>The type's name and the names of the parameters that are set, such as <c>AccountLinkCreateParams { account, type }</c>.</summary>
    public sealed override string ToString()
    {
        string names = string.Join(", ", GetSetNames().Distinct(StringComparer.Ordinal));
        return names.Length == 0 ? $"{GetType().Name} {{ }}" : $"{GetType().Name} {{ {names} }}";
    }

    private protected abstract List<string> GetSetNames();
}

/// <summary>The parameters of an operation that takes no body: there are none, so there is no instance.</summary>
public sealed class NoParams : StripeParams
{
    private NoParams()
    {
    }

    private protected override List<string> GetSetNames() => [];
}
