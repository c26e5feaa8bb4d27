using Lattice.Stripe.Serialization;

namespace Lattice.Stripe;

/// <summary>
/// The parameters of an operation, or a nested object of them. Parameters may hold bank accounts and identity numbers, so
/// <see cref="ToString"/> returns the names of those that are set and no values.
/// </summary>
public abstract class StripeParams
{
    private protected StripeParams()
    {
    }

    /// <summary>
    /// Returns the type's name and the names of the parameters that are set, such as
    /// <c>AccountLinkCreateParams { account, type }</c>.
    /// </summary>
    public sealed override string ToString()
    {
        List<string> names = [];
        foreach (string name in GetSetNames())
        {
            // Each entry of a list or a map repeats the name.
            if (!names.Contains(name))
            {
                names.Add(name);
            }
        }

        string set = names.Count == 0 ? "" : string.Join(", ", names) + " ";
        return string.Concat(GetType().Name, " { ", set, "}");
    }

    internal StripeParams Copy() => (StripeParams)MemberwiseClone();

    /// <summary>The names of the parameters that are set, without their brackets.</summary>
    internal List<string> GetNames() => GetSetNames();

    /// <exception cref="ArgumentException">An extra parameter has a malformed name or is set already.</exception>
    internal abstract RequestBody Encode(IReadOnlyDictionary<string, string>? extra);

    private protected abstract List<string> GetSetNames();
}

/// <summary>The parameters of an operation without a body. There are none, so the class has no instance.</summary>
public sealed class StripeNoParams : StripeParams
{
    private StripeNoParams()
    {
    }

    internal override RequestBody Encode(IReadOnlyDictionary<string, string>? extra) =>
        throw new InvalidOperationException("The operation has no parameters.");

    private protected override List<string> GetSetNames() => [];
}
