using System.CommandLine;
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
    }.RejectEmpty();

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
        report.Error.WaitFor($"Reading {source.Name}", progress =>
        {
            var cache = new DocumentCache(CacheFolder.Find(), report.Error.Warning);
            return source.LoadAsync(new SpecDownloads(cache, new SpecDownload(DownloadLimits.Default, progress)), cancellationToken);
        });
}
