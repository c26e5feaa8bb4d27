using Lattice.Spec.Model;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>Compares what Stripe answers.</summary>
internal sealed class FieldComparison(ChangeLog log) : PropertyComparison(log)
{
    protected override PropertyKinds Kinds { get; } = new(
        ChangeKind.FieldRemoved,
        ChangeKind.FieldRenamed,
        ChangeKind.FieldTypeChanged,
        ChangeKind.FieldDeprecated,
        ChangeKind.FieldNoLongerDeprecated);

    protected override ChangeKind GetAddedKind(Property property) => ChangeKind.FieldAdded;

    protected override string GetTypeText(Property property) => CSharpText.OfField(property);

    protected override void CompareDetails(PropertyPair pair, bool isSameType)
    {
        if (isSameType)
        {
            ComparePresence(pair);
            CompareLiterals(pair);
        }
        else if (pair.New.Type.Kind == ValueKind.Expandable)
        {
            ComparePresenceWithoutMark(pair);
        }
    }

    private void ComparePresence(PropertyPair pair)
    {
        (string old, string @new) = (GetTypeText(pair.Old), GetTypeText(pair.New));
        if (old == @new)
        {
            ComparePresenceWithoutMark(pair);
        }
        else
        {
            bool isAlwaysPresent = pair.New.IsAlwaysPresent;
            Log.AddChanged(isAlwaysPresent ? ChangeKind.FieldNoLongerNullable : ChangeKind.FieldBecameNullable, pair.Subject, old, @new);
        }
    }

    /// <summary>Where no question mark tells of it: an absent reference has no id, and what was null may be absent.</summary>
    private void ComparePresenceWithoutMark(PropertyPair pair)
    {
        (string old, string @new) = (GetPresence(pair.Old), GetPresence(pair.New));
        if (old != @new)
        {
            bool mayBeAbsent = pair.Old.IsAlwaysPresent && !pair.New.IsAlwaysPresent;
            Log.AddChanged(mayBeAbsent ? ChangeKind.FieldMayBeAbsent : ChangeKind.FieldPresenceChanged, pair.Subject, old, @new);
        }
    }

    private void CompareLiterals(PropertyPair pair)
    {
        (string? old, string? @new) = (pair.Old.Literal, pair.New.Literal);
        if (old != @new)
        {
            ChangeKind kind = old is null ? ChangeKind.FieldLiteralFixed
                : @new is null ? ChangeKind.FieldLiteralOpened
                : ChangeKind.FieldLiteralChanged;
            Log.AddChanged(kind, pair.Subject, old, @new);
        }
    }

    private static string GetPresence(Property property) =>
        (property.IsRequired ? "required" : "optional") + (property.IsNullable ? " and nullable" : "");
}
