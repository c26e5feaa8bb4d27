using System.Globalization;
using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Generation;
using Lattice.Spec.Model;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>Compares parameters.</summary>
internal sealed class ParameterComparison(ChangeLog log) : PropertyComparison(log)
{
    // The keywords that limit values, and whether a greater number allows more.
    private static readonly (string Keyword, bool IsUpper)[] s_limits =
    [
        ("maxLength", true), ("maximum", true), ("maxItems", true),
        ("minLength", false), ("minimum", false), ("minItems", false),
    ];

    protected override PropertyRules Rules { get; } = new(
        ChangeRules.ParameterRemoved,
        ChangeRules.ParameterRenamed,
        ChangeRules.ParameterWireNameChanged,
        ChangeRules.ParameterTypeChanged,
        ChangeRules.ParameterDeprecated,
        ChangeRules.ParameterNoLongerDeprecated);

    protected override ChangeRule GetAddedRule(Property property) =>
        property.IsRequired ? ChangeRules.RequiredParameterAdded : ChangeRules.ParameterAdded;

    protected override string GetTypeText(Property property) => CSharpText.OfParameter(property.Type);

    protected override void CompareDetails(PropertyPair pair, bool isSameType)
    {
        if (pair.Old.IsRequired != pair.New.IsRequired)
        {
            ChangeRule rule = pair.New.IsRequired ? ChangeRules.ParameterBecameRequired : ChangeRules.ParameterBecameOptional;
            Log.AddChanged(rule, pair.Subject, GetNecessity(pair.Old), GetNecessity(pair.New));
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
            // The type does not change, whatever the elements are.
            case (ValueKind.List, ValueKind.List):
                Log.AddChanged(
                    isClearable ? ChangeRules.CollectionBecameClearable : ChangeRules.CollectionNoLongerClearable, pair.Subject);
                break;
            case (ValueKind.Map, ValueKind.Map):
                Log.AddChanged(isClearable ? ChangeRules.MapBecameClearable : ChangeRules.MapNoLongerClearable, pair.Subject);
                break;
            case var _ when isSameType:
                ChangeRule rule = isClearable ? ChangeRules.ParameterBecameClearable : ChangeRules.ParameterNoLongerClearable;
                Log.AddChanged(rule, pair.Subject, GetTypeText(pair.Old), GetTypeText(pair.New));
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

        // A new pattern may reject values that the old one accepted, so it counts as narrower.
        string? pattern = pair.Locations.New.FindText("pattern");
        CompareLimit(pair, "pattern", pair.Locations.Old.FindText("pattern"), pattern, isNarrower: pattern is not null);
    }

    private void CompareLimit(PropertyPair pair, string keyword, string? old, string? @new, bool isNarrower)
    {
        if (old != @new)
        {
            ChangeRule rule = isNarrower ? ChangeRules.ParameterLimitNarrowed : ChangeRules.ParameterLimitWidened;
            Log.AddChanged(rule, pair.Subject, Describe(keyword, old), Describe(keyword, @new));
        }
    }

    private static decimal? FindNumber(SchemaLocations locations, string keyword) =>
        decimal.TryParse(locations.FindText(keyword), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    private static string? GetText(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Describe(string keyword, string? value) => value is null ? $"no {keyword}" : $"{keyword} {value}";

    private static string GetNecessity(Property property) => property.IsRequired ? "required" : "optional";
}
