namespace Onboarding.Sellers;

/// <summary>The sellers of the platform. A real platform keeps them in a database.</summary>
internal sealed class SellerStore(IEnumerable<Seller> sellers)
{
    public IReadOnlyList<Seller> All { get; } = [.. sellers];

    public Seller? Find(string account) => All.FirstOrDefault(seller => seller.Account == account);

    /// <summary>Reads the sellers from the configuration.</summary>
    /// <exception cref="ConfigurationException">A seller has no name or no account.</exception>
    public static SellerStore From(IConfiguration section) =>
        new(section.GetChildren().Select(seller => new Seller(Get(seller, "Name"), Get(seller, "Account"))));

    private static string Get(IConfigurationSection seller, string key) => seller[key] is { Length: > 0 } value
        ? value
        : throw new ConfigurationException(
            $"{seller.Path}:{key} is missing in the configuration. Every seller has a Name and an Account (acct_…).");
}
