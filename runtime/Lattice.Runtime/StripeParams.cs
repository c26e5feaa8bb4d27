using Lattice.Stripe.Serialization;

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

    /// <summary>
    /// The type's name and the names of the parameters that are set, such as <c>AccountLinkCreateParams { account, type
    /// }</c>.
    /// </summary>
    public sealed override string ToString()
    {
        List<string> names = [];
        foreach (string name in GetSetNames())
        {
            // Each entry of a list or a map has the name once more.
            if (!names.Contains(name))
            {
                names.Add(name);
            }
        }

        return names.Count == 0 ? $"{GetType().Name} {{ }}" : $"{GetType().Name} {{ {string.Join(", ", names)} }}";
    }

    /// <exception cref="ArgumentException">An extra parameter has a malformed name or is set already.</exception>
    internal abstract RequestBody Encode(IReadOnlyDictionary<string, string>? extra);

    private protected abstract List<string> GetSetNames();
}

/// <summary>The parameters of an operation that takes no body: there are none, so there is no instance.</summary>
public sealed class StripeNoParams : StripeParams
{
    private StripeNoParams()
    {
    }

    internal override RequestBody Encode(IReadOnlyDictionary<string, string>? extra) => throw new InvalidOperationException("There are none.");

    private protected override List<string> GetSetNames() => [];
}
