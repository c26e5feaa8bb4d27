using System.Text.Encodings.Web;
using System.Text.Json;
using Lattice.Slice.Configuration;
using Lattice.Slice.Files;
using Lattice.Slice.Generation;
using Lattice.Slice.Output;

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

    private SecretList(IReadOnlyList<Entry> entries) => _entries = entries;

    public int Count => _entries.Count;

    /// <param name="text">Selects secrets whose location or property contains it; <see langword="null"/> for all.</param>
    /// <param name="configuration">The configuration of the slice; <see langword="null"/> if the document is not a slice.</param>
    public static SecretList Create(SliceModel model, string? text, SliceConfiguration? configuration)
    {
        IReadOnlyDictionary<string, SecretMember> members = SecretMembers.Find(model);
        return new SecretList(
        [
            .. from secret in SecretFinder.Find(model.Slice.Document).OrderBy(secret => secret.Pointer, StringComparer.Ordinal)
               let member = members.GetValueOrDefault(secret.Pointer)
               where text is null || Contains(secret.Pointer, text) || (member is not null && Contains(member.Name, text))
               select CreateEntry(secret, member, configuration),
        ]);
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

    private static bool Contains(string value, string text) => value.Contains(text, StringComparison.OrdinalIgnoreCase);

    private sealed record Entry(string Pointer, SecretMember? Member, string Reason, string Rule)
    {
        public Item ToItem() => new(Pointer, Member?.Type, Member?.Property, Reason, Rule);
    }

    private sealed record Item(string Pointer, string? Type, string? Property, string Reason, string Rule);
}
