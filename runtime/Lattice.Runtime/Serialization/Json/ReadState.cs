using System.Text.Json;

namespace Lattice.Stripe.Serialization.Json;

/// <summary>The extra and missing fields of an object while it is read.</summary>
internal struct ReadState
{
    // AdditionalFields, which also hold the missing fields, or MissingFields alone. One reference, because every object has a state.
    private object? _findings;

    internal readonly AdditionalFields? Extra => _findings as AdditionalFields;

    internal readonly IReadOnlyList<string> Missing => FindMissing()?.Names ?? (IReadOnlyList<string>)[];

    internal readonly IReadOnlyDictionary<string, JsonElement> ParseExtra() => AdditionalFields.Parse(Extra);

    internal void AddMissing(MissingFields.Table table, string type, string name)
    {
        MissingFields missing = table.Add(FindMissing(), type, name);
        if (Extra is { } extra)
        {
            extra.Missing = missing;
        }
        else
        {
            _findings = missing;
        }
    }

    /// <summary>Returns the extra fields for adding one.</summary>
    internal AdditionalFields GetExtraForWriting()
    {
        if (Extra is { } extra)
        {
            return extra;
        }

        var added = new AdditionalFields { Missing = FindMissing() };
        _findings = added;
        return added;
    }

    private readonly MissingFields? FindMissing() => _findings is AdditionalFields extra ? extra.Missing : (MissingFields?)_findings;
}
