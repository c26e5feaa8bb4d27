using System.Globalization;
using Lattice.Generator.Model;

namespace Lattice.Slice.Checking;

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
        ChangeKind.ParameterRemoved, ChangeKind.ParameterRenamed, ChangeKind.ParameterTypeChanged,
        ChangeKind.ParameterDeprecated, ChangeKind.ParameterNoLongerDeprecated);

    protected override ChangeKind GetAddedKind(Property property) =>
        property.IsRequired ? ChangeKind.RequiredParameterAdded : ChangeKind.ParameterAdded;

    protected override string GetTypeText(Property property) => CSharpText.OfParameter(property.Type);

    protected override void CompareDetails(PropertyPair pair)
    {
        if (pair.Old.IsRequired != pair.New.IsRequired)
        {
            Log.AddChanged(pair.New.IsRequired ? ChangeKind.ParameterBecameRequired : ChangeKind.ParameterBecameOptional, pair,
                Required(pair.Old), Required(pair.New));
        }

        CompareClearing(pair);
        foreach ((string keyword, bool isUpper) in s_limits)
        {
            CompareLimit(pair, keyword, isUpper);
        }

        ComparePattern(pair);
    }

    private void CompareClearing(PropertyPair pair)
    {
        if (pair.Old.Type.IsClearable != pair.New.Type.IsClearable)
        {
            Log.AddChanged(pair.New.Type.IsClearable ? ChangeKind.ParameterBecameClearable : ChangeKind.ParameterNoLongerClearable, pair,
                GetTypeText(pair.Old), GetTypeText(pair.New));
        }
        else if (pair.New.Type.Kind is ValueKind.List or ValueKind.Map && pair.Places.Old.TakesEmptyText != pair.Places.New.TakesEmptyText)
        {
            Log.AddChanged(pair.Places.New.TakesEmptyText ? ChangeKind.CollectionBecameClearable : ChangeKind.CollectionNoLongerClearable, pair, null, null);
        }
    }

    private void CompareLimit(PropertyPair pair, string keyword, bool isUpper)
    {
        decimal? old = GetNumber(pair.Places.Old, keyword);
        decimal? @new = GetNumber(pair.Places.New, keyword);
        if (old != @new)
        {
            bool isNarrower = @new is { } limit && (old is not { } former || (isUpper ? limit < former : limit > former));
            AddLimit(pair, isNarrower, Limit(keyword, old?.ToString(CultureInfo.InvariantCulture)), Limit(keyword, @new?.ToString(CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>Nothing tells whether another pattern takes all that the old one took, so it counts as narrower.</summary>
    private void ComparePattern(PropertyPair pair)
    {
        string? old = pair.Places.Old.GetText("pattern");
        string? @new = pair.Places.New.GetText("pattern");
        if (old != @new)
        {
            AddLimit(pair, isNarrower: @new is not null, Limit("pattern", old), Limit("pattern", @new));
        }
    }

    private void AddLimit(PropertyPair pair, bool isNarrower, string old, string @new) =>
        Log.AddChanged(isNarrower ? ChangeKind.ParameterLimitNarrowed : ChangeKind.ParameterLimitWidened, pair, old, @new);

    private static decimal? GetNumber(SchemaPlaces places, string keyword) =>
        decimal.TryParse(places.GetText(keyword), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    private static string Limit(string keyword, string? value) => value is null ? $"no {keyword}" : $"{keyword} {value}";

    private static string Required(Property property) => property.IsRequired ? "required" : "optional";
}
