using Lattice.Slice.Specifications;
using Lattice.Spec.Model;
using Lattice.Spec.Naming;
using Lattice.Spec.Stripe;

namespace Lattice.Slice.Generation;

/// <summary>Sample calls of the methods for operations.</summary>
internal static class SampleCall
{
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
        string resource = Inflector.Singularize(collection[(collection.LastIndexOf('/') + 1)..]);
        return IdPrefixes.FindResourceOfParameter(resource) is { } known && IdPrefixes.Find(known) is [var prefix, ..]
            ? $"\"{prefix}_…\""
            : CSharpKeywords.Escape(parameter.Name);
    }
}
