using System.Reflection;

namespace Lattice.Stripe.Tests;

/// <summary>A decorator copies the options of a call to change one of them; none may be lost.</summary>
public sealed class StripeRequestOptionsTests
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.NonPublic;

    public static TheoryData<string> Properties => [.. typeof(StripeRequestOptions).GetProperties().Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Properties))]
    public void A_copy_has_every_option(string name)
    {
        // Private fields hold the options, also those that have no getter. A new option is a new field.
        PropertyInfo property = typeof(StripeRequestOptions).GetProperty(name)!;
        var options = new StripeRequestOptions();
        property.SetValue(options, CreateValue(property.PropertyType));

        var copy = new StripeRequestOptions(options);

        FieldInfo[] set = [.. typeof(StripeRequestOptions).GetFields(Fields).Where(field => field.GetValue(options) is not null)];
        Assert.Single(set);
        Assert.All(typeof(StripeRequestOptions).GetFields(Fields), field => Assert.Equal(field.GetValue(options), field.GetValue(copy)));
        Assert.Equal(options.ToString(), copy.ToString());
        Assert.Contains(name, copy.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_is_changed_without_the_original()
    {
        var options = new StripeRequestOptions { StripeAccount = "acct_1", IdempotencyKey = "key-1", ApiKey = "sk_1" };

        var changed = new StripeRequestOptions(options) { StripeAccount = "acct_2", ApiKey = null };

        Assert.Equal(("acct_2", "key-1"), (changed.StripeAccount, changed.IdempotencyKey));
        Assert.Equal("acct_1", options.StripeAccount);
        Assert.Null(changed.ApiKey);
        Assert.NotNull(options.ApiKey);
    }

    [Fact]
    public void A_copy_of_none_has_none()
    {
        Assert.Equal("StripeRequestOptions {  }", new StripeRequestOptions(null).ToString());
        Assert.Equal(new StripeRequestOptions().ToString(), new StripeRequestOptions(new StripeRequestOptions()).ToString());
    }

    private static object CreateValue(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var secret when secret == typeof(SecretString) => new SecretString("sk_1"),
        var text when text == typeof(string) => "text",
        var time when time == typeof(TimeSpan) => TimeSpan.FromSeconds(1),
        var number when number == typeof(int) => 7,
        var map when map == typeof(IReadOnlyDictionary<string, string>) => new Dictionary<string, string> { ["a"] = "b" },
        var other => throw new NotSupportedException($"Create a value of {other} here, for the new option."),
    };
}
