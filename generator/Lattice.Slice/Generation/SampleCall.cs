using Lattice.Spec.Model;
using Lattice.Spec.Naming;
using Lattice.Spec.Stripe;

namespace Lattice.Slice.Generation;

/// <summary>A sample call of the method for an operation, with placeholders for what it requires. It compiles as it is.</summary>
/// <param name="Usings">The namespaces that the statement needs.</param>
/// <param name="Statement">The lines of the statement.</param>
internal sealed record SampleCall(IReadOnlyList<string> Usings, IReadOnlyList<string> Statement)
{
    // A longer statement has a line for each parameter.
    private const int MaxWidth = 120;

    /// <summary>The call: <c>await Account.RetrieveAsync(client, "acct_…");</c>, or a loop over all elements of a list.</summary>
    /// <param name="model">The slice with the operation.</param>
    public static SampleCall Create(SliceModel model, GeneratedOperation generated)
    {
        // Which names are clear depends on the namespaces, and these on the types that the call uses.
        var all = new SampleNames(model);
        Render(model, all, generated);
        var names = new SampleNames(model, all.Usings);
        return new SampleCall(all.Usings, Render(model, names, generated));
    }

    private static IReadOnlyList<string> Render(SliceModel model, SampleNames names, GeneratedOperation generated)
    {
        Operation operation = generated.Operation;
        string owner = names.Get(generated.Owner.Type);
        IEnumerable<string> arguments = operation.PathParameters.Select(parameter => GetId(parameter, operation)).Prepend("client");
        IReadOnlyList<string> parameters = [];
        if (operation.Params is { } type && (operation.RequiresParams || operation.Kind is OperationKind.Create or OperationKind.Update))
        {
            parameters = new SampleValues(model, names).GetRequired(type);
            arguments = arguments.Append($"new {names.Get(type)}{(parameters.Count > 0 ? "" : "()")}");
        }

        string list = string.Join(", ", arguments);
        if (operation.Paging is null || operation.Result?.Leaf.Type is not { } element)
        {
            return Wrap($"await {owner}.{MethodSignature.GetName(operation.Method)}({list}", parameters, ");");
        }

        string variable = Identifiers.Camel(element.Name) is var name && name != "client" ? CSharpKeywords.Escape(name) : "element";
        string call = $"{owner}.{MethodSignature.GetAllName(operation.Method)}({list}";
        return Wrap($"await foreach ({names.Get(element)} {variable} in {call}", parameters, ")) { }");
    }

    private static IReadOnlyList<string> Wrap(string start, IReadOnlyList<string> parameters, string end)
    {
        if (parameters.Count == 0)
        {
            return [start + end];
        }

        string line = $"{start} {{ {string.Join(", ", parameters)} }}{end}";
        return line.Length <= MaxWidth ? [line] : [start, "{", .. parameters.Select(parameter => $"    {parameter},"), "}" + end];
    }

    private static string GetId(PathParameter parameter, Operation operation)
    {
        string collection = operation.Route.Split($"/{{{parameter.WireName}}}")[0];
        string resource = Inflector.Singularize(collection[(collection.LastIndexOf('/') + 1)..]);
        return SampleValues.GetId(IdPrefixes.FindResourceOfParameter(resource));
    }
}
