using System.Text;
using Lattice.Analyzers.Operations;
using Lattice.Spec.Stripe;
using Microsoft.CodeAnalysis;

namespace Lattice.Analyzers.Parameters;

/// <summary>Ids of another kind of object than the one that is required, by their prefix.</summary>
internal static class ForeignIds
{
    // What follows the prefix of some ids before the part that is random: cs_test_…, pm_card_visa.
    private static readonly string[] s_infixes = ["test_", "live_", "card_", "tmp_"];

    /// <summary>Describes what is wrong with an id; <see langword="null"/> if nothing certainly is.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="resources">The resources whose ids it can be.</param>
    public static string? Describe(KnownText text, string name, IEnumerable<string> resources)
    {
        string[] expected = [.. resources];
        if (expected.Length > 0 && FindClientSecret(text.Start) is { } secret)
        {
            // The secret itself stays out of the message.
            return $"'{secret}_…_secret_…' is a client secret; {name} takes the id of {Describe(expected)}";
        }

        if (expected.Length == 0
            || FindPrefix(text.Start) is not { } prefix
            || expected.Any(resource => IdPrefixes.Find(resource) is not { } accepted || accepted.Contains(prefix))
            || !LooksLikeId(text.Start.Substring(prefix.Length + 1), text.IsComplete, expected.Any(IdPrefixes.CanBeChosen)))
        {
            return null;
        }

        string found = Describe(IdPrefixes.FindResource(prefix)!);
        return $"'{prefix}_…' is the id of {found}; {name} takes the id of {Describe(expected)}";
    }

    private static string Describe(string[] expected)
    {
        string required = string.Join(" or ", expected.Select(Describe));
        string prefixes = string.Join(
            ", ", expected.SelectMany(resource => IdPrefixes.Find(resource) ?? []).Distinct().Select(each => $"'{each}_…'"));
        return prefixes.Length == 0 ? required : $"{required} ({prefixes})";
    }

    /// <summary>
    /// The resource of a path parameter: the class of the operation, or another one with the parameter's name. The same name within a
    /// namespace is another resource: <c>issuing.card</c>.
    /// </summary>
    public static string? FindResource(IMethodSymbol operation, string parameter)
    {
        if (FindNamespace(operation.ContainingType) is not { } within)
        {
            return null;
        }

        string name = ToSnakeCase(parameter);
        string type = ToSnakeCase(operation.ContainingType.Name);
        const string Reserved = "stripe_";
        type = type.StartsWith(Reserved, StringComparison.Ordinal) ? type.Substring(Reserved.Length) : type;
        return within + (type.EndsWith("_" + name, StringComparison.Ordinal) ? type : name);
    }

    /// <summary>The prefix of a client secret, such as <c>pi_123_secret_456</c>: it consists of an id and a random part.</summary>
    private static string? FindClientSecret(string text)
    {
        const string Separator = "_secret_";
        int separator = text.IndexOf(Separator, StringComparison.Ordinal);
        return separator > 0
            && FindPrefix(text.Substring(0, separator)) is { } prefix
            && LooksLikeId(text.Substring(prefix.Length + 1, separator - prefix.Length - 1), isComplete: true, canBeName: true)
            && LooksLikeId(text.Substring(separator + Separator.Length), isComplete: false, canBeName: false)
                ? prefix
                : null;
    }

    /// <summary>The longest beginning that is the prefix of a resource's ids.</summary>
    private static string? FindPrefix(string text)
    {
        string? found = null;
        for (int end = text.IndexOf('_'); end > 0; end = text.IndexOf('_', end + 1))
        {
            string prefix = text.Substring(0, end);
            found = IdPrefixes.FindResource(prefix) is null ? found : prefix;
        }

        return found;
    }

    /// <summary>Whether a text is what follows the prefix of an id, and not the rest of a name.</summary>
    /// <param name="canBeName">Whether names are ids, too: then an id has a digit or a capital letter.</param>
    private static bool LooksLikeId(string rest, bool isComplete, bool canBeName)
    {
        if (s_infixes.FirstOrDefault(infix => rest.StartsWith(infix, StringComparison.Ordinal)) is { } infix)
        {
            rest = rest.Substring(infix.Length);
        }

        string random = rest.TrimEnd('.', '…');
        return random.All(character => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
            && (rest.Length > 0 || !isComplete)
            && (!canBeName || random.Any(character => character is not (>= 'a' and <= 'z')));
    }

    /// <summary>The namespace of a type within that of all types of a slice, with a dot at its end: <c>issuing.</c>.</summary>
    private static string? FindNamespace(INamedTypeSymbol type)
    {
        string within = "";
        for (INamespaceSymbol? current = type.ContainingNamespace;
            current is { IsGlobalNamespace: false };
            current = current.ContainingNamespace)
        {
            // It is emitted into the root namespace.
            if (current.GetTypeMembers("StripeApiVersion").Length > 0)
            {
                return within;
            }

            within = $"{ToSnakeCase(current.Name)}.{within}";
        }

        return null;
    }

    private static string ToSnakeCase(string name)
    {
        var snake = new StringBuilder();
        foreach (char character in name)
        {
            if (char.IsUpper(character) && snake.Length > 0)
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(character));
        }

        return snake.ToString();
    }

    private static string Describe(string resource)
    {
        string words = resource.Replace("invoiceitem", "invoice item").Replace('_', ' ').Replace('.', ' ');
        return ("aeio".IndexOf(words[0]) >= 0 ? "an " : "a ") + words;
    }
}
