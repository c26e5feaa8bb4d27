using System.CommandLine;
using Lattice.Slice.Specifications;
using Lattice.Spec.Model;

namespace Lattice.Slice.Commands;

/// <summary>The arguments and options that name operations.</summary>
internal sealed class OperationOptions
{
    // The kinds in the order of help.
    private static readonly (OperationKind Kind, string Option, string Description)[] s_kinds =
    [
        (OperationKind.Create, "--create", "The operation that creates an object. Default, unless another kind is specified."),
        (OperationKind.Retrieve, "--retrieve", "The operation that retrieves an object."),
        (OperationKind.List, "--list", "The operation that lists objects."),
        (OperationKind.Search, "--search", "The operation that searches objects."),
        (OperationKind.Update, "--update", "The operation that updates an object."),
        (OperationKind.Delete, "--delete", "The operation that deletes an object."),
        (OperationKind.Action, "--actions", "The other operations on an object, such as capturing a payment."),
    ];

    private readonly Argument<string[]> _names = new("operations")
    {
        Description = "Operations: \"GET /v1/accounts/{account}\"; or resources by their id, collection or class: "
            + "account, accounts, Account.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly IReadOnlyList<(OperationKind Kind, Option<bool> Option)> _kinds =
        [.. s_kinds.Select(kind => (kind.Kind, new Option<bool>(kind.Option) { Description = kind.Description }))];

    private readonly Option<bool> _all = new("--all") { Description = "All operations of the class." };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_names);
        foreach ((_, Option<bool> option) in _kinds)
        {
            command.Options.Add(option);
        }

        command.Options.Add(_all);
    }

    /// <summary>The names of the operations. A method and its path count as one name even without quotes around them.</summary>
    public IReadOnlyList<string> GetNames(ParseResult parsed)
    {
        var names = new List<string>();
        foreach (string name in parsed.GetValue(_names)!)
        {
            if (name.StartsWith('/') && names is [.., var method] && OperationName.IsMethod(method))
            {
                names[^1] = $"{method} {name}";
            }
            else
            {
                names.Add(name);
            }
        }

        return names;
    }

    public OperationFilter GetFilter(ParseResult parsed)
    {
        List<OperationKind> kinds = [.. _kinds.Where(kind => parsed.GetValue(kind.Option)).Select(kind => kind.Kind)];
        return parsed.GetValue(_all) ? OperationFilter.All : kinds.Count > 0 ? new OperationFilter(kinds) : OperationFilter.Creates;
    }
}
