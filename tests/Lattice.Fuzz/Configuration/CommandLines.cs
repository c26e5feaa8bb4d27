using Lattice.TestSupport.Mutation;

namespace Lattice.Fuzz.Configuration;

/// <summary>Creates command lines of the tool. The files follow as options.</summary>
internal static class CommandLines
{
    /// <summary>The commands that need no document.</summary>
    public static readonly string[] WithoutDocument = ["remove"];

    private static readonly string[][] s_commands =
    [
        ["slice"], ["slice"], ["slice", "--latest"], ["list"], ["list", "--all"], ["list", "--secrets"], ["list", "--latest"],
        ["check"], ["check", "--format", "json"], ["check", "--format", "markdown"], ["init"],
        ["add"], ["add"], ["add", "--all"], ["add", "--retrieve", "--update"], ["add", "--as", "create"], ["remove"], ["remove", "--all"],
        ["expand"], ["expand", "--remove"], ["rename"], ["rename", "--remove"], ["secret"], ["secret", "--not"], ["secret", "--remove"],
    ];

    private static readonly string[] s_operands =
    [
        "widget", "widgets", "gadget", "person", "v2.core.event", "Widget", "nothing", "POST /v1/widgets", "POST /v1/gadgets",
        "GET /v1/widgets/{widget}", "DELETE /v1/widgets/{widget}", "POST /v1/widgets/{widget}/spin", "widget.owner", "widget.part", "widget.id",
        "widget.secret", "part.client_secret", "widget.last_error", "/components/schemas/widget/properties/id", "/components", "Name", "class",
        "", " ", "\u001b[31m", "a\u0000b", "--", "-x", "*", "wid", "[x]", "[/]", "é",
    ];

    public static IReadOnlyList<string> Create(Random random)
    {
        string[] command = random.Pick(s_commands);
        int operands = command[0] switch
        {
            "slice" or "check" or "init" => random.OneIn(20) ? 1 : 0,
            "rename" => random.OneIn(10) ? random.Next(4) : 2,
            "list" => random.Next(2),
            _ => random.OneIn(10) ? random.Next(4) : 1,
        };
        return [command[0], .. Enumerable.Range(0, operands).Select(_ => random.Pick(s_operands)), .. command[1..]];
    }
}
