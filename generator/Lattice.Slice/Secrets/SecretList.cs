using System.Text.Encodings.Web;
using System.Text.Json;
using Lattice.Slice.Configuration;
using Lattice.Slice.Files;
using Lattice.Slice.Generation;
using Lattice.Slice.Output;
using Lattice.Slice.Specifications;

namespace Lattice.Slice.Secrets;

/// <summary>The secrets of a document, with their C# properties.</summary>
internal sealed class SecretList
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // The list is not embedded in HTML, so pointers stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly IReadOnlyList<Entry> _entries;

    private SecretList(IReadOnlyList<Entry> entries, string suggestion) => (_entries, Suggestion) = (entries, suggestion);

    public int Count => _entries.Count;

    /// <summary>If nothing was found: a sentence with the secrets that have the most similar names.</summary>
    public string Suggestion { get; }

    /// <param name="search">Selects secrets whose location or property contains the words.</param>
    /// <param name="configuration">The configuration of the slice; <see langword="null"/> if the document is not a slice.</param>
    public static SecretList Create(SliceModel model, WordSearch search, SliceConfiguration? configuration)
    {
        IReadOnlyDictionary<string, SecretMember> members = SecretMembers.Find(model);
        List<Entry> all =
        [
            .. from secret in SecretFinder.Find(model.Slice.Document).OrderBy(secret => secret.Pointer, StringComparer.Ordinal)
               select CreateEntry(secret, members.GetValueOrDefault(secret.Pointer), configuration),
        ];
        List<Entry> found = [.. all.Where(entry => search.Matches(entry.Pointer, entry.Member?.Name))];
        IEnumerable<(string, IEnumerable<string>)> names = all.Select(entry => entry.Member).OfType<SecretMember>().Distinct()
            .Select(member => (member.Name, (IEnumerable<string>)[member.Name, member.Type, member.Property]));
        return new SecretList(found, found.Count > 0 ? "" : NameSuggestions.Suggest(names, string.Join('.', search.Words)));
    }

    /// <summary>Prints a table. The C# column is empty for a secret that is not generated.</summary>
    public void Print(IReport report) => report.Table(
        ["Location", "C#", "Reason", "Rule"],
        [.. _entries.Select(entry => (string[])[entry.Pointer, entry.Member?.Name ?? "", entry.Reason, entry.Rule])]);

    /// <summary>
    /// The list for programs: an array of objects with <c>pointer</c>, <c>type</c> and <c>property</c> (null if not generated),
    /// <c>reason</c> and <c>rule</c>.
    /// </summary>
    public string ToJson() => JsonOutput.Serialize(_entries.Select(entry => entry.ToItem()), s_options) + "\n";

    private static Entry CreateEntry(Secret secret, SecretMember? member, SliceConfiguration? configuration)
    {
        bool isConfigured = configuration?.Sensitive.ContainsKey(secret.Pointer) == true && !secret.IsByRule;
        Secret shown = isConfigured ? Secret.ByAnnotation(secret.Pointer, SliceFiles.ConfigurationName) : secret;
        return new Entry(shown.Pointer, member, shown.Reason, shown.Source);
    }

    private sealed record Entry(string Pointer, SecretMember? Member, string Reason, string Rule)
    {
        public Item ToItem() => new(Pointer, Member?.Type, Member?.Property, Reason, Rule);
    }

    private sealed record Item(string Pointer, string? Type, string? Property, string Reason, string Rule);
}
