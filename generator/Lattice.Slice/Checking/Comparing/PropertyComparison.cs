using Lattice.Slice.Checking.Changes;
using Lattice.Slice.Generation;
using Lattice.Spec.Model;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>Compares the properties of two classes. Derived classes compare what is specific to parameters or fields.</summary>
internal abstract class PropertyComparison(ChangeLog log)
{
    protected ChangeLog Log => log;

    protected abstract PropertyRules Rules { get; }

    /// <param name="types">The classes that have the properties.</param>
    /// <returns>The properties that both sides have.</returns>
    public IReadOnlyList<PropertyPair> Compare(EquatableArray<Property> old, EquatableArray<Property> @new, TypePair types)
    {
        var pairs = new List<PropertyPair>();
        foreach ((Property? before, Property? after) in PropertyPairing.Find(old, @new, types))
        {
            if (before is null)
            {
                RecordAdded(after!, types);
            }
            else if (after is null)
            {
                RecordRemoved(before, types);
            }
            else
            {
                LocationPair locations = types.Locations.GetProperty(before.WireName, after.WireName);
                var pair = new PropertyPair(before, after, $"{types.OldName}.{before.Name}", locations);
                pairs.Add(pair);
                ComparePair(pair);
            }
        }

        return pairs;
    }

    protected abstract ChangeRule GetAddedRule(Property property);

    protected abstract string GetTypeText(Property property);

    /// <summary>The rule for a C# type that changes, unless it becomes or was a secret.</summary>
    protected virtual ChangeRule GetTypeChangedRule(PropertyPair pair) => Rules.TypeChanged;

    /// <summary>Compares what is specific to parameters or fields.</summary>
    /// <param name="isSameType">Whether the C# types are the same apart from <c>?</c> and <c>Clearable</c>.</param>
    protected abstract void CompareDetails(PropertyPair pair, bool isSameType);

    private void RecordAdded(Property property, TypePair types)
    {
        string pointer = types.Locations.GetProperty(property.WireName).New.Pointer;
        var subject = new Subject($"{types.NewName}.{property.Name}", property.WireName, pointer);
        log.AddNew(GetAddedRule(property), subject, GetTypeText(property));
    }

    private void RecordRemoved(Property property, TypePair types)
    {
        string member = $"{types.OldName}.{property.Name}";
        if (types.Locations.New.FindProperty(property.WireName) is { } remaining)
        {
            log.AddChanged(ChangeRules.NoLongerGenerated, new Subject(member, property.WireName, remaining.Pointer), GetTypeText(property));
        }
        else
        {
            string pointer = types.Locations.GetProperty(property.WireName).Old.Pointer;
            log.AddRemoved(Rules.Removed, new Subject(member, property.WireName, pointer), GetTypeText(property));
        }
    }

    private void ComparePair(PropertyPair pair)
    {
        if (pair.Old.Name != pair.New.Name)
        {
            log.AddChanged(Rules.Renamed, pair.Subject, pair.Old.Name, pair.New.Name);
        }

        if (pair.Old.WireName != pair.New.WireName)
        {
            log.AddChanged(Rules.WireNameChanged, pair.Subject, pair.Old.WireName, pair.New.WireName);
        }

        bool isSameType = CSharpText.IsSame(pair.Old.Type, pair.New.Type);
        if (!isSameType)
        {
            RecordTypeChanged(pair);
        }

        CompareDetails(pair, isSameType);
        CompareWireFormats(pair, isSameType);
        log.AddDeprecation(Rules.Deprecated, Rules.NoLongerDeprecated, pair.Subject, pair.Old.Obsolete, pair.New.Obsolete);
        log.AddDescription(pair.Subject, pair.Old.Description, pair.New.Description);
    }

    private void RecordTypeChanged(PropertyPair pair)
    {
        ChangeRule rule = pair.New.Type.Kind == ValueKind.Secret ? ChangeRules.BecameSensitive
            : pair.Old.Type.Kind == ValueKind.Secret ? ChangeRules.NoLongerSensitive
            : GetTypeChangedRule(pair);
        (string old, string @new) = (GetTypeText(pair.Old), GetTypeText(pair.New));
        if (old == @new)
        {
            (old, @new) = (CSharpText.Describe(pair.Old.Type), CSharpText.Describe(pair.New.Type));
        }

        log.AddChanged(rule, pair.Subject, old, @new);
    }

    private void CompareWireFormats(PropertyPair pair, bool isSameType)
    {
        string old = GetWireFormat(pair.Old.Type, pair.Locations.Old);
        string @new = GetWireFormat(pair.New.Type, pair.Locations.New);
        if (isSameType && old != @new)
        {
            log.AddChanged(ChangeRules.WireFormatChanged, pair.Subject, old, @new);
        }
    }

    private static string GetWireFormat(TypeRef type, SchemaLocations locations) => type.Leaf.Kind switch
    {
        ValueKind.Integer => "an integer",
        ValueKind.Int64String => "an integer as a string",
        ValueKind.Number => "a number",
        ValueKind.DecimalString => "a number as a string",
        ValueKind.UnixTime => "seconds since 1970",
        ValueKind.DateTime => "an RFC 3339 time",
        ValueKind.String => locations.FindText("format") is { } format ? $"a string with the format {format}" : "a string",
        _ => "",
    };
}

/// <summary>The rules that exist for both parameters and fields.</summary>
internal sealed record PropertyRules(
    ChangeRule Removed,
    ChangeRule Renamed,
    ChangeRule WireNameChanged,
    ChangeRule TypeChanged,
    ChangeRule Deprecated,
    ChangeRule NoLongerDeprecated);
