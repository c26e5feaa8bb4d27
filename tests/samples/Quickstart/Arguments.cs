namespace Quickstart;

/// <summary>The parsed command line.</summary>
internal sealed class Arguments
{
    public const string Usage = """
        Usage: Quickstart [--account ID] [--without PARAMETER] [--reveal]

          --account ID          the connected account to create the link for (acct_…)
          --without PARAMETER   leave out a parameter, to see Stripe's error as a typed one:
                                account, type, refresh_url, or return_url
          --reveal              print the link's URL instead of [redacted]
        """;

    private static readonly string[] s_parameters = ["account", "type", "refresh_url", "return_url"];

    private readonly HashSet<string> _omitted = [];

    public string Account { get; private set; } = "acct_connected_123";

    public bool Reveal { get; private set; }

    public static bool TryParse(string[] args, out Arguments arguments, out string? error)
    {
        arguments = new Arguments();
        error = null;
        var words = new Queue<string>(args);
        while (error is null && words.TryDequeue(out string? word))
        {
            error = arguments.Read(word, words);
        }

        return error is null;
    }

    public bool IsOmitted(string parameter) => _omitted.Contains(parameter);

    /// <summary>Returns the value, or null if the parameter is omitted.</summary>
    public string? GetValue(string parameter, string value) => IsOmitted(parameter) ? null : value;

    /// <returns>The error message, or null.</returns>
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
                _omitted.Add(parameter);
                return s_parameters.Contains(parameter) ? null : $"There is no parameter '{parameter}'.";
            case "--account" or "--without":
                return $"{word} needs a value.";
            default:
                return $"There is no option '{word}'.";
        }
    }
}
