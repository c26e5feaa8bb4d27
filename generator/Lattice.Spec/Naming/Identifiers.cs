using System.Globalization;
using System.Text;
using Lattice.Spec.Stripe;

namespace Lattice.Spec.Naming;

/// <summary>Creates C# names from Stripe's names. A name depends only on its own text, so nothing new renames it.</summary>
internal static class Identifiers
{
    /// <summary>Converts <c>refresh_url</c> to <c>RefreshUrl</c>; all characters except letters and digits separate words.</summary>
    public static string Pascal(string text)
    {
        var name = new StringBuilder(text.Length);
        bool startsWord = true;
        foreach (char c in text)
        {
            if (!IsLetterOrDigit(c))
            {
                startsWord = true;
                continue;
            }

            name.Append(startsWord ? char.ToUpperInvariant(c) : c);
            startsWord = false;
        }

        return StartValid(name.ToString());
    }

    /// <summary>The name of a property of the class <paramref name="className"/>.</summary>
    public static string Member(string text, string className)
    {
        string name = Pascal(text);
        return IsReserved(name, className) || IsOfCreate(name) ? name + "Value" : name;
    }

    /// <summary>The name in Pascal case with its last word in the singular: <c>LineItems</c> is <c>LineItem</c>.</summary>
    public static string Singular(string name)
    {
        int start = name.Length - 1;
        while (start > 0 && !char.IsUpper(name[start]))
        {
            start--;
        }

        // The rules of English words are for lowercase: the plural of a word in capitals, such as IDs, stays as it is.
        string word = name.Substring(start).ToLowerInvariant();
        string singular = Inflector.Singularize(word);
        return singular.Length == 0 ? name : name.Substring(0, start + 1) + singular.Substring(1);
    }

    /// <summary>Whether no member of the class can have the name.</summary>
    public static bool IsReserved(string name, string className) =>
        name == className || ReservedNames.IsMember(name) || ReservedNames.HidesType(name);

    /// <summary>The name of the class for the objects of a union.</summary>
    public static string UnionObject(string unionName) => unionName + "Object";

    /// <summary>Converts <c>bank_account</c> to <c>bankAccount</c>, a name for a parameter or a local variable.</summary>
    public static string Camel(string text)
    {
        string name = Pascal(text);
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }

    /// <summary>
    /// The name of an enum member. Significant symbols are spelled out: <c>*</c> is <c>Star</c>, and <c>Etc/GMT+1</c> and
    /// <c>Etc/GMT-1</c> are <c>EtcGmtPlus1</c> and <c>EtcGmtMinus1</c>.
    /// </summary>
    /// <param name="typeName">The enum or the union that has the member.</param>
    public static string EnumMember(string value, string typeName)
    {
        var text = new StringBuilder(value.Length);
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            char before = i > 0 ? value[i - 1] : ' ';
            char after = i + 1 < value.Length ? value[i + 1] : ' ';
            if (IsLetterOrDigit(c))
            {
                text.Append(c);
            }
            else if (IsDigit(before) && IsDigit(after))
            {
                // Separate digits stay separate, except in a date: 1.1 is 1Dot1, 2019-05-16 is 20190516.
                text.Append(IsDate(value) ? "" : c == '.' ? "Dot" : c == '-' ? "To" : "x");
            }
            else
            {
                text.Append(' ').Append(Spell(c, before, after)).Append(' ');
            }
        }

        return FreeEnumMember(PascalWords(text.ToString()), typeName);
    }

    /// <summary>
    /// The name of an enum member whose usual name is in use: capitals and all symbols are spelled out, so that <c>USD</c> is
    /// <c>UpperUSD</c> and <c>a-b</c> is <c>ADashB</c>.
    /// </summary>
    public static string SpelledOutEnumMember(string value, string typeName)
    {
        var name = new StringBuilder(value.Length);
        char before = ' ';
        foreach (char c in value)
        {
            name.Append(IsCapital(c) ? (IsCapital(before) ? "" : "Upper") + c
                : !IsLetterOrDigit(c) ? SpellOut(c)
                : IsLetterOrDigit(before) ? c.ToString()
                : char.ToUpperInvariant(c).ToString());
            before = c;
        }

        return FreeEnumMember(name.ToString(), typeName);
    }

    /// <summary>Whether the text is a name in Pascal case, which is never a keyword.</summary>
    public static bool IsPascal(string text) => text.Length > 0 && text[0] is >= 'A' and <= 'Z' && text.All(IsLetterOrDigit);

    /// <summary>
    /// Whether a create operation, in this slice or another, can have a member with that name: <c>CreateAsync</c>,
    /// <c>CreateOperation</c>.
    /// </summary>
    private static bool IsOfCreate(string name) =>
        (name.StartsWith("Create", StringComparison.Ordinal) || name.StartsWith("TryCreate", StringComparison.Ordinal))
        && (name.EndsWith("Async", StringComparison.Ordinal) || name.EndsWith("Operation", StringComparison.Ordinal));

    private static string Spell(char c, char before, char after) => c switch
    {
        '*' => "Star",
        '+' => "Plus",
        '-' when char.IsUpper(before) && IsDigit(after) => "Minus",
        '%' => "Percent",
        '&' => "And",
        '@' => "At",
        '#' => "Number",
        '=' => "Equal",
        '<' => "Less",
        '>' => "Greater",
        _ when c > 127 => "U" + ((int)c).ToString("X4", CultureInfo.InvariantCulture),
        _ => "",
    };

    private static string SpellOut(char c) => c switch
    {
        ' ' => "Space",
        '-' => "Dash",
        '_' => "Underscore",
        '.' => "Dot",
        '/' => "Slash",
        ':' => "Colon",
        _ => Spell(c, ' ', ' ') is { Length: > 0 } name ? name : "U" + ((int)c).ToString("X4", CultureInfo.InvariantCulture),
    };

    /// <summary>Whether the value starts with an ISO 8601 date.</summary>
    private static bool IsDate(string value) => value.Length >= 10 && value[4] == '-' && value[7] == '-'
        && value.Take(10).Count(IsDigit) == 8;

    private static string PascalWords(string text)
    {
        var name = new StringBuilder();
        foreach (string word in text.Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            // A word in capitals becomes a normal word, such as Gmt; iOS and AccountLink do not change.
            bool capitals = word.Length > 2 && word.All(c => char.IsUpper(c));
            name.Append(char.ToUpperInvariant(word[0])).Append(capitals ? word.Substring(1).ToLowerInvariant() : word.Substring(1));
        }

        return name.ToString();
    }

    private static string FreeEnumMember(string name, string typeName)
    {
        string member = StartValid(name);
        bool isReserved = member == typeName || member == "From" + UnionObject(typeName) || ReservedNames.IsEnumMember(member);
        return isReserved ? member + "Value" : member;
    }

    private static string StartValid(string name) => name.Length == 0 ? "Empty" : IsDigit(name[0]) ? "Value" + name : name;

    private static bool IsLetterOrDigit(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' || IsDigit(c);

    private static bool IsCapital(char c) => c is >= 'A' and <= 'Z';

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
