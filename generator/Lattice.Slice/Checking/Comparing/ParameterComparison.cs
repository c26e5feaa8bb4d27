using System.Globalization;
using Lattice.Slice.Checking.Locations;
using Lattice.Spec.Model;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>Compares what Stripe takes.</summary>
internal sealed class ParameterComparison(ChangeLog log) : PropertyComparison(log)
{
    // What limits the values besides their type, and whether a greater number allows more.
    private static readonly (string Keyword, bool IsUpper)[] s_limits =
    [
        ("maxLength", true), ("maximum", true), ("maxItems", true),
        ("minLength", false), ("minimum", false), ("minItems", false),
    ];

    protected override PropertyKinds Kinds { get; } = new(
        ChangeKind.ParameterRemoved,
        ChangeKind.ParameterRenamed,
        ChangeKind.ParameterTypeChanged,
        ChangeKind.ParameterDeprecated,
        ChangeKind.ParameterNoLongerDeprecated);

    protected override ChangeKind GetAddedKind(Property property) =>
        property.IsRequired ? ChangeKind.RequiredParameterAdded : ChangeKind.ParameterAdded;

    protected override string GetTypeText(Property property) => CSharpText.OfParameter(property.Type);

    protected override void CompareDetails(PropertyPair pair, bool isSameType)
    {
        if (pair.Old.IsRequired != pair.New.IsRequired)
        {
            ChangeKind kind = pair.New.IsRequired ? ChangeKind.ParameterBecameRequired : ChangeKind.ParameterBecameOptional;
            Log.AddChanged(kind, pair.Subject, GetNecessity(pair.Old), GetNecessity(pair.New));
        }

        CompareClearing(pair, isSameType);
        if (isSameType)
        {
            CompareLimits(pair);
        }
    }

    private void CompareClearing(PropertyPair pair, bool isSameType)
    {
        bool isClearable = pair.New.Type.IsClearable;
        if (pair.Old.Type.IsClearable == isClearable)
        {
            return;
        }

        switch (pair.Old.Type.Kind, pair.New.Type.Kind)
        {
            // The type does not tell of it, whatever the elements are.
            case (ValueKind.List, ValueKind.List):
                Log.AddChanged(
                    isClearable ? ChangeKind.CollectionBecameClearable : ChangeKind.CollectionNoLongerClearable, pair.Subject);
                break;
            case (ValueKind.Map, ValueKind.Map):
                Log.AddChanged(isClearable ? ChangeKind.MapBecameClearable : ChangeKind.MapNoLongerClearable, pair.Subject);
                break;
            case var _ when isSameType:
                ChangeKind kind = isClearable ? ChangeKind.ParameterBecameClearable : ChangeKind.ParameterNoLongerClearable;
                Log.AddChanged(kind, pair.Subject, GetTypeText(pair.Old), GetTypeText(pair.New));
                break;
        }
    }

    private void CompareLimits(PropertyPair pair)
    {
        foreach ((string keyword, bool isUpper) in s_limits)
        {
            decimal? old = FindNumber(pair.Locations.Old, keyword);
            decimal? @new = FindNumber(pair.Locations.New, keyword);
            bool isNarrower = @new is { } limit && (old is not { } former || (isUpper ? limit < former : limit > former));
            CompareLimit(pair, keyword, GetText(old), GetText(@new), isNarrower);
        }

        // Nothing tells whether another pattern takes all that the old one took, so it counts as narrower.
        string? pattern = pair.Locations.New.FindText("pattern");
        CompareLimit(pair, "pattern", pair.Locations.Old.FindText("pattern"), pattern, isNarrower: pattern is not null);
    }

    private void CompareLimit(PropertyPair pair, string keyword, string? old, string? @new, bool isNarrower)
    {
        if (old != @new)
        {
            ChangeKind kind = isNarrower ? ChangeKind.ParameterLimitNarrowed : ChangeKind.ParameterLimitWidened;
            Log.AddChanged(kind, pair.Subject, Describe(keyword, old), Describe(keyword, @new));
        }
    }

    private static decimal? FindNumber(SchemaLocations locations, string keyword) =>
        decimal.TryParse(locations.FindText(keyword), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    private static string? GetText(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Describe(string keyword, string? value) => value is null ? $"no {keyword}" : $"{keyword} {value}";

    private static string GetNecessity(Property property) => property.IsRequired ? "required" : "optional";
}
