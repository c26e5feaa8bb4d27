using System.CommandLine;
using Lattice.Slice.Configuration;
using Lattice.Slice.Output;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Commands;

/// <summary>The options that several commands have, and what they stand for.</summary>
internal static class SharedOptions
{
    public static Option<string?> Spec() => new Option<string?>("--spec")
    {
        Description = "The full specification in JSON or YAML, a file or an address. Without it: the source that slice.json names.",
        HelpName = "FILE|URL",
    }.RefuseEmpty();

    public static Option<string> Slice() => new Option<string>("--slice")
    {
        Description = "The slice's configuration; stripe.json is beside it.",
        HelpName = "slice.json",
        DefaultValueFactory = _ => SliceFiles.GetDefaultPath(Environment.CurrentDirectory),
    }.RefuseEmpty();

    public static Argument<string> Operation() => new("operation")
    {
        Description = "\"POST /v1/account_links\", account_links, or the resource's name: AccountLink.",
    };

    /// <summary>Refuses an empty text, such as a variable of a shell that is not set.</summary>
    public static Option<T> RefuseEmpty<T>(this Option<T> option)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
            {
                result.AddError($"{option.Name} is empty; it takes {option.HelpName}.");
            }
        });
        return option;
    }

    public static Task<Specification> LoadAsync(this IReport report, SpecSource source, CancellationToken cancellationToken) =>
        report.WaitFor($"Reading {source.Name}", () => source.LoadAsync(cancellationToken));
}
