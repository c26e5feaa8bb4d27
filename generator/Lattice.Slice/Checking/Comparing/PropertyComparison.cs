using Lattice.Slice.Checking.Locations;
using Lattice.Spec.Model;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>Compares the properties of two classes; what is particular to parameters or to fields, the derived classes know.</summary>
internal abstract class PropertyComparison(ChangeLog log)
{
    protected ChangeLog Log => log;

    protected abstract PropertyKinds Kinds { get; }

    /// <param name="types">The classes that have them.</param>
    /// <returns>What is on both sides, for its type to be compared.</returns>
    public IReadOnlyList<PropertyPair> Compare(EquatableArray<Property> old, EquatableArray<Property> @new, TypePair types)
    {
        var pairs = new List<PropertyPair>();
        foreach (string name in old.Concat(@new).Select(property => property.WireName).Distinct().Order(StringComparer.Ordinal))
        {
            Property? before = old.FirstOrDefault(property => property.WireName == name);
            Property? after = @new.FirstOrDefault(property => property.WireName == name);
            if (before is null)
            {
                AddAdded(after!, types);
            }
            else if (after is null)
            {
                AddRemoved(before, types);
            }
            else
            {
                var pair = new PropertyPair(before, after, $"{types.OldName}.{before.Name}", types.Locations.GetProperty(name));
                pairs.Add(pair);
                ComparePair(pair);
            }
        }

        return pairs;
    }

    protected abstract ChangeKind GetAddedKind(Property property);

    protected abstract string GetTypeText(Property property);

    /// <summary>Compares what is particular to parameters or to fields.</summary>
    /// <param name="isSameType">Whether the C# types are the same but for what stands around them.</param>
    protected abstract void CompareDetails(PropertyPair pair, bool isSameType);

    private void AddAdded(Property property, TypePair types)
    {
        string pointer = types.Locations.GetProperty(property.WireName).New.Pointer;
        var subject = new Subject($"{types.NewName}.{property.Name}", property.WireName, pointer);
        log.AddNew(GetAddedKind(property), subject, GetTypeText(property));
    }

    private void AddRemoved(Property property, TypePair types)
    {
        string member = $"{types.OldName}.{property.Name}";
        if (types.Locations.New.FindProperty(property.WireName) is { } left)
        {
            log.AddChanged(ChangeKind.NoLongerGenerated, new Subject(member, property.WireName, left.Pointer), GetTypeText(property));
        }
        else
        {
            string pointer = types.Locations.GetProperty(property.WireName).Old.Pointer;
            log.AddGone(Kinds.Removed, new Subject(member, property.WireName, pointer), GetTypeText(property));
        }
    }

    private void ComparePair(PropertyPair pair)
    {
        if (pair.Old.Name != pair.New.Name)
        {
            log.AddChanged(Kinds.Renamed, pair.Subject, pair.Old.Name, pair.New.Name);
        }

        bool isSameType = CSharpText.IsSame(pair.Old.Type, pair.New.Type);
        if (!isSameType)
        {
            AddTypeChanged(pair);
        }

        CompareDetails(pair, isSameType);
        CompareWireFormats(pair, isSameType);
        log.AddDeprecation(Kinds.Deprecated, Kinds.NoLongerDeprecated, pair.Subject, pair.Old.Obsolete, pair.New.Obsolete);
        log.AddDescription(pair.Subject, pair.Old.Description, pair.New.Description);
    }

    private void AddTypeChanged(PropertyPair pair)
    {
        ChangeKind kind = pair.New.Type.Kind == ValueKind.Secret ? ChangeKind.BecameSensitive
            : pair.Old.Type.Kind == ValueKind.Secret ? ChangeKind.NoLongerSensitive
            : Kinds.TypeChanged;
        (string old, string @new) = (GetTypeText(pair.Old), GetTypeText(pair.New));
        if (old == @new)
        {
            (old, @new) = (CSharpText.Describe(pair.Old.Type), CSharpText.Describe(pair.New.Type));
        }

        log.AddChanged(kind, pair.Subject, old, @new);
    }

    private void CompareWireFormats(PropertyPair pair, bool isSameType)
    {
        string old = GetWireFormat(pair.Old.Type, pair.Locations.Old);
        string @new = GetWireFormat(pair.New.Type, pair.Locations.New);
        if (isSameType && old != @new)
        {
            log.AddChanged(ChangeKind.WireFormatChanged, pair.Subject, old, @new);
        }
    }

    private static string GetWireFormat(TypeRef type, SchemaLocations locations) => type.Leaf.Kind switch
    {
        ValueKind.Integer => "a whole number",
        ValueKind.Int64String => "a whole number in a text",
        ValueKind.Number => "a number",
        ValueKind.DecimalString => "a number in a text",
        ValueKind.UnixTime => "seconds since 1970",
        ValueKind.DateTime => "a time as in RFC 3339",
        ValueKind.String => locations.FindText("format") is { } format ? $"a text of the format {format}" : "a text",
        _ => "",
    };
}

/// <summary>The kinds of changes that parameters and fields both have, by the names that each has for them.</summary>
internal sealed record PropertyKinds(
    ChangeKind Removed, ChangeKind Renamed, ChangeKind TypeChanged, ChangeKind Deprecated, ChangeKind NoLongerDeprecated);
