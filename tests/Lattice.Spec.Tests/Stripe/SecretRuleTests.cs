using Lattice.Spec.Json;
using Lattice.Spec.OpenApi;
using Lattice.Spec.Stripe;

namespace Lattice.Spec.Tests.Stripe;

/// <summary>The rules for secrets, on Stripe's own documents.</summary>
public class SecretRuleTests
{
    [Specs.Fact]
    public void Every_rule_matches_a_string_of_Stripe()
    {
        HashSet<SecretRule> unused = [.. SecretRuleList.All];
        foreach (string file in (string[])[Specs.Full, Specs.Today])
        {
            SpecDocument document = Read(file);
            foreach (SpecSchema schema in GetStrings(document))
            {
                SchemaLocation location = SchemaLocation.Of(schema.Node);
                string name = location.PropertyPath[(location.PropertyPath.LastIndexOf('.') + 1)..];
                unused.RemoveWhere(rule => rule.MatchesName(name) && rule.Matches(location, schema.FindResource(location.Owner)));
            }
        }

        // In Stripe's documents, the recovery is a component, which has its own rule, and there are no OAuth tokens.
        Assert.Equal(["access_token", "recovery.url", "refresh_token"], unused.Select(rule => rule.Property).Order());
    }

    [Specs.Fact]
    public void Published_values_are_not_secrets()
    {
        HashSet<string> secrets =
            [.. GetStrings(Read(Specs.Full)).Where(SecretRules.IsSecret).Select(schema => schema.Node.Pointer.ToString())];

        Assert.DoesNotContain("/components/schemas/file/properties/url", secrets);
        Assert.DoesNotContain("/components/schemas/payment_link/properties/url", secrets);
        Assert.DoesNotContain("/components/schemas/portal_login_page/properties/url", secrets);
        Assert.DoesNotContain("/components/schemas/product/properties/url", secrets);
        Assert.DoesNotContain(secrets, pointer => pointer.EndsWith("/url", StringComparison.Ordinal) && IsList(pointer));
        Assert.Contains("/components/schemas/account_link/properties/url", secrets);
        Assert.InRange(secrets.Count, 150, 600);

        static bool IsList(string pointer) =>
            pointer.Contains("s/properties/url", StringComparison.Ordinal) && pointer.Split("/properties/").Length > 2;
    }

    [Fact]
    public void Each_rule_has_a_reason() => Assert.All(SecretRuleList.All, rule => Assert.NotEmpty(rule.Reason));

    private static SpecDocument Read(string file) => new(JsonParser.Parse(File.ReadAllText(file), out _)!);

    /// <summary>Returns every property and parameter, and every subschema of one.</summary>
    private static IEnumerable<SpecSchema> GetStrings(SpecDocument document) =>
        from value in GetAll(document.Root)
        let isProperty = value.Parent?.Name == "properties" && value.Parent.Kind == JsonKind.Object
        let isSubschema = value.Parent?.Name == "anyOf"
        where value.Kind == JsonKind.Object && (isProperty || isSubschema)
        let schema = new SpecSchema(document, value)
        where schema.Types == SchemaTypes.String && schema.EnumValues.Count == 0
        select schema;

    private static IEnumerable<JsonValue> GetAll(JsonValue root)
    {
        var open = new Stack<JsonValue>([root]);
        while (open.TryPop(out JsonValue? value))
        {
            yield return value;
            foreach (JsonValue child in value.Items.Concat(value.Members.Select(member => member.Value)))
            {
                open.Push(child);
            }
        }
    }
}
