using System.CommandLine;
using System.CommandLine.Parsing;
using Lattice.Slice.Caching;
using Lattice.Slice.Configuration;
using Lattice.Slice.Output;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Commands;

/// <summary>The options that several commands share.</summary>
internal static class SharedOptions
{
    public static Option<string?> Spec() => new Option<string?>("--spec")
    {
        Description = "The full specification in JSON or YAML, as a file or a URL. Default: the document that slice.json pins, otherwise its source.",
        HelpName = "FILE|URL",
    }.RejectEmpty();

    public static Option<string> Slice() => new Option<string>("--slice")
    {
        Description = "The configuration of the slice; stripe.json is in the same folder.",
        HelpName = "slice.json",
        DefaultValueFactory = _ => SliceFiles.GetDefaultPath(Environment.CurrentDirectory),
    }.RejectEmpty().RejectUrl();

    /// <summary>The option that replaces the pinned document with the newest one; add it with <see cref="AddLatest"/>.</summary>
    public static Option<bool> Latest(string description) => new("--latest") { Description = description };

    /// <summary>Adds <c>--latest</c> to a command that has <c>--spec</c>, which already says what the document is.</summary>
    public static void AddLatest(this Command command, Option<bool> latest, Option<string?> spec)
    {
        command.Options.Add(latest);
        command.Validators.Add(result =>
        {
            if (result.GetValue(latest) && result.GetResult(spec) is not null)
            {
                result.AddError("--latest and --spec cannot be combined: --latest is the newest document of the source in slice.json.");
            }
        });
    }

    /// <summary>Accepts one of a few values, which help and completion show.</summary>
    public static Option<T> AcceptOneOf<T>(this Option<T> option, params string[] values)
    {
        option.AcceptOnlyFromAmong(values);

        // The error of the library is a list with tabs.
        option.Validators.Clear();
        option.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => !values.Contains(token.Value)) is { Value: var text })
            {
                result.AddError($"{option.Name} {text}: it must be one of {string.Join(", ", values)}.");
            }
        });
        return option;
    }

    /// <summary>Rejects a URL where only a file makes sense.</summary>
    public static Option<T> RejectUrl<T>(this Option<T> option)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => SpecSource.IsUrl(token.Value)) is { Value: var text })
            {
                result.AddError($"{option.Name} {text}: it must be the path of a file, not a URL.");
            }
        });
        return option;
    }

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

    /// <summary>Rejects a misspelled option, which would otherwise count as a name.</summary>
    public static void RejectOptions(this Argument argument) => argument.Validators.Add(result =>
    {
        if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-')) is { } token)
        {
            result.AddError(CommandLineErrors.DescribeUnmatched(((CommandResult)result.Parent!).Command, token.Value));
        }
    });

    public static Task<Specification> LoadAsync(this IReport report, SpecSource source, CancellationToken cancellationToken) =>
        report.Error.WaitFor($"Reading {source.Name}", progress =>
        {
            var cache = new DocumentCache(CacheFolder.Find(), text => report.Error.Message(text));
            return source.LoadAsync(new SpecDownloads(cache, new SpecDownload(DownloadLimits.Default, progress)), cancellationToken);
        });
}
