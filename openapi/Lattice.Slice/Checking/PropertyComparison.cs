using Lattice.Generator.Model;

namespace Lattice.Slice.Checking;

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
                log.AddNew(GetAddedKind(after!), $"{types.NewOwner}.{after!.Name}", name, types.Places.GetProperty(name).New.Pointer, GetTypeText(after));
            }
            else if (after is null)
            {
                AddRemoved(before, $"{types.OldOwner}.{before.Name}", types.Places);
            }
            else
            {
                var pair = new PropertyPair(before, after, $"{types.OldOwner}.{before.Name}", types.Places.GetProperty(name));
                pairs.Add(pair);
                ComparePair(pair);
            }
        }

        return pairs;
    }

    protected abstract ChangeKind GetAddedKind(Property property);

    protected abstract string GetTypeText(Property property);

    /// <summary>Compares what is particular to parameters or to fields; the C# types are the same but for what stands around them.</summary>
    protected abstract void CompareDetails(PropertyPair pair);

    private void AddRemoved(Property property, string member, PlacePair places)
    {
        if (places.New.FindProperty(property.WireName) is { } left)
        {
            log.AddChanged(ChangeKind.NoLongerGenerated, member, property.WireName, left.Pointer, GetTypeText(property), null);
        }
        else
        {
            log.AddGone(Kinds.Removed, member, property.WireName, places.GetProperty(property.WireName).Old.Pointer, GetTypeText(property));
        }
    }

    private void ComparePair(PropertyPair pair)
    {
        if (pair.Old.Name != pair.New.Name)
        {
            log.AddChanged(Kinds.Renamed, pair, pair.Old.Name, pair.New.Name);
        }

        CompareTypes(pair);
        CompareDeprecation(pair);
        log.AddDescription(pair.Member, pair.Name, pair.Places.New.Pointer, pair.Old.Description, pair.New.Description);
    }

    private void CompareTypes(PropertyPair pair)
    {
        (string old, string @new) = (GetTypeText(pair.Old), GetTypeText(pair.New));
        if (CSharpText.IsSame(pair.Old.Type, pair.New.Type))
        {
            CompareWireFormats(pair);
            CompareDetails(pair);
        }
        else if (pair.New.Type.Kind == ValueKind.Secret)
        {
            log.AddChanged(ChangeKind.BecameSensitive, pair, old, @new);
        }
        else if (pair.Old.Type.Kind == ValueKind.Secret)
        {
            log.AddChanged(ChangeKind.NoLongerSensitive, pair, old, @new);
        }
        else
        {
            bool hasOneName = old == @new;
            log.AddChanged(Kinds.TypeChanged, pair,
                hasOneName ? CSharpText.Describe(pair.Old.Type) : old, hasOneName ? CSharpText.Describe(pair.New.Type) : @new);
        }
    }

    private void CompareWireFormats(PropertyPair pair)
    {
        string old = GetWireFormat(pair.Old.Type, pair.Places.Old);
        string @new = GetWireFormat(pair.New.Type, pair.Places.New);
        if (old != @new)
        {
            log.AddChanged(ChangeKind.WireFormatChanged, pair, old, @new);
        }
    }

    private void CompareDeprecation(PropertyPair pair)
    {
        if (pair.Old.Obsolete is null && pair.New.Obsolete is { } reason)
        {
            log.AddChanged(Kinds.Deprecated, pair, null, reason);
        }
        else if (pair.Old.Obsolete is { } former && pair.New.Obsolete is null)
        {
            log.AddChanged(Kinds.NoLongerDeprecated, pair, former, null);
        }
        else
        {
            log.AddDescription(pair.Member, pair.Name, pair.Places.New.Pointer, pair.Old.Obsolete ?? "", pair.New.Obsolete ?? "");
        }
    }

    private static string GetWireFormat(SchemaType type, SchemaPlaces places)
    {
        SchemaType leaf = CSharpText.GetLeaf(type);
        return leaf.Kind switch
        {
            ValueKind.Integer => "a whole number",
            ValueKind.IntegerText => "a whole number in a text",
            ValueKind.Number => "a number",
            ValueKind.NumberText => "a number in a text",
            ValueKind.UnixTime => "seconds since 1970",
            ValueKind.DateTime => "a time as in RFC 3339",
            ValueKind.String => places.GetText("format") is { } format ? $"a text of the format {format}" : "a text",
            _ => "",
        };
    }
}

/// <summary>The kinds of changes that parameters and fields both have, by the names that each has for them.</summary>
internal sealed record PropertyKinds(
    ChangeKind Removed, ChangeKind Renamed, ChangeKind TypeChanged, ChangeKind Deprecated, ChangeKind NoLongerDeprecated);
