using System.CommandLine;
using Lattice.Slice.Configuration;
using Lattice.Slice.Output;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Commands;

/// <summary>The options that several commands share.</summary>
internal static class SharedOptions
{
    public static Option<string?> Spec() => new Option<string?>("--spec")
    {
        Description = "The full specification in JSON or YAML, as a file or a URL. Default: the source in slice.json.",
        HelpName = "FILE|URL",
    }.RejectEmpty();

    public static Option<string> Slice() => new Option<string>("--slice")
    {
        Description = "The configuration of the slice; stripe.json is in the same folder.",
        HelpName = "slice.json",
        DefaultValueFactory = _ => SliceFiles.GetDefaultPath(Environment.CurrentDirectory),
    }.RejectEmpty();

    /// <summary>Rejects an empty value, such as an unset shell variable.</summary>
    public static Option<T> RejectEmpty<T>(this Option<T> option)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
            {
                result.AddError($"{option.Name} is empty; pass {option.HelpName}.");
            }
        });
        return option;
    }

    public static Task<Specification> LoadAsync(this IReport report, SpecSource source, CancellationToken cancellationToken) =>
        report.WaitFor($"Reading {source.Name}", () => source.LoadAsync(cancellationToken));
}
