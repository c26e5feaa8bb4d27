using Lattice.Slice.Specifications;
using Lattice.Spec.Model;
using Lattice.Spec.Naming;

namespace Lattice.Slice.Generation;

/// <summary>Sample calls of the methods for operations.</summary>
internal static class SampleCall
{
    // The prefixes of the ids that most people recognize, by the collection; other ids are variables.
    private static readonly Dictionary<string, string> s_idPrefixes = new(StringComparer.Ordinal)
    {
        ["/v1/accounts"] = "acct",
        ["/v1/accounts/{account}/persons"] = "person",
        ["/v1/charges"] = "ch",
        ["/v1/customers"] = "cus",
        ["/v1/disputes"] = "dp",
        ["/v1/events"] = "evt",
        ["/v1/files"] = "file",
        ["/v1/invoices"] = "in",
        ["/v1/payment_intents"] = "pi",
        ["/v1/payment_methods"] = "pm",
        ["/v1/payouts"] = "po",
        ["/v1/prices"] = "price",
        ["/v1/products"] = "prod",
        ["/v1/refunds"] = "re",
        ["/v1/setup_intents"] = "seti",
        ["/v1/subscriptions"] = "sub",
        ["/v1/transfers"] = "tr",
    };

    /// <summary>The call: <c>await Account.RetrieveAsync(client, "acct_…")</c>, or a loop over all elements of a list.</summary>
    public static string Create(GeneratedOperation generated)
    {
        Operation operation = generated.Operation;
        IEnumerable<string> arguments = operation.PathParameters.Select(parameter => GetId(parameter, operation)).Prepend("client");
        if (operation.Params is { } type && (operation.RequiresParams || operation.Kind is OperationKind.Create or OperationKind.Update))
        {
            arguments = arguments.Append($"new {type.Name} {{ … }}");
        }

        string call = $"({string.Join(", ", arguments)})";
        if (generated.AllMember is not { } all || operation.Result?.Leaf.Type is not { } element)
        {
            return $"await {generated.Member}{call}";
        }

        string variable = CSharpKeywords.Escape(Identifiers.Camel(element.Name));
        return $"await foreach ({CSharpNames.Relative(element)} {variable} in {all}{call})";
    }

    private static string GetId(PathParameter parameter, Operation operation)
    {
        string collection = operation.Route.Split($"/{{{parameter.WireName}}}")[0];
        return s_idPrefixes.TryGetValue(collection, out string? prefix) ? $"\"{prefix}_…\"" : CSharpKeywords.Escape(parameter.Name);
    }
}
