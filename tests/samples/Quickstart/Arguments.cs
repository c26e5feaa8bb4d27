namespace Quickstart;

/// <summary>What the command line asks for.</summary>
internal sealed class Arguments
{
    public const string Usage = """
        Usage: Quickstart [--account ID] [--without PARAMETER] [--reveal]

          --account ID          the connected account to create the link for (acct_…)
          --without PARAMETER   leave a parameter out, to see Stripe's error arrive as a typed one:
                                account, type, refresh_url or return_url
          --reveal              print the link's URL instead of [redacted]
        """;

    private static readonly string[] s_parameters = ["account", "type", "refresh_url", "return_url"];

    private readonly HashSet<string> _left = [];

    public string Account { get; private set; } = "acct_connected_123";

    public bool Reveal { get; private set; }

    public static bool TryParse(string[] args, out Arguments arguments, out string? problem)
    {
        arguments = new Arguments();
        problem = null;
        var words = new Queue<string>(args);
        while (problem is null && words.TryDequeue(out string? word))
        {
            problem = arguments.Read(word, words);
        }

        return problem is null;
    }

    public bool Leaves(string parameter) => _left.Contains(parameter);

    /// <summary>The value, unless its parameter is to be left out.</summary>
    public string? Unless(string parameter, string value) => Leaves(parameter) ? null : value;

    /// <returns>What is wrong, if something is.</returns>
    private string? Read(string word, Queue<string> rest)
    {
        switch (word)
        {
            case "--reveal":
                Reveal = true;
                return null;
            case "--account" when rest.TryDequeue(out string? account):
                Account = account;
                return null;
            case "--without" when rest.TryDequeue(out string? parameter):
                _left.Add(parameter);
                return s_parameters.Contains(parameter) ? null : $"There is no parameter '{parameter}'.";
            case "--account" or "--without":
                return $"{word} needs a value.";
            default:
                return $"There is no option '{word}'.";
        }
    }
}
