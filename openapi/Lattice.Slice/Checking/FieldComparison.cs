using Lattice.Generator.Emitting;
using Lattice.Generator.Model;

namespace Lattice.Slice.Checking;

/// <summary>Compares what Stripe answers.</summary>
internal sealed class FieldComparison(ChangeLog log) : PropertyComparison(log)
{
    protected override PropertyKinds Kinds { get; } = new(
        ChangeKind.FieldRemoved, ChangeKind.FieldRenamed, ChangeKind.FieldTypeChanged,
        ChangeKind.FieldDeprecated, ChangeKind.FieldNoLongerDeprecated);

    protected override ChangeKind GetAddedKind(Property property) => ChangeKind.FieldAdded;

    protected override string GetTypeText(Property property) => CSharpText.OfField(property);

    protected override void CompareDetails(PropertyPair pair)
    {
        ComparePresence(pair);
        CompareLiterals(pair);
    }

    private void ComparePresence(PropertyPair pair)
    {
        (string old, string @new) = (GetTypeText(pair.Old), GetTypeText(pair.New));
        if (old != @new)
        {
            Log.AddChanged(ObjectEmitter.IsAlwaysThere(pair.New) ? ChangeKind.FieldNoLongerNullable : ChangeKind.FieldBecameNullable, pair, old, @new);
        }
        else if (Presence(pair.Old) != Presence(pair.New))
        {
            // No question mark tells of it: an absent reference has no id, and what was null may be absent.
            bool mayBeAbsent = ObjectEmitter.IsAlwaysThere(pair.Old) && !ObjectEmitter.IsAlwaysThere(pair.New);
            Log.AddChanged(mayBeAbsent ? ChangeKind.FieldMayBeAbsent : ChangeKind.FieldPresenceChanged, pair, Presence(pair.Old), Presence(pair.New));
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
            Log.AddChanged(kind, pair, old, @new);
        }
    }

    private static string Presence(Property property) =>
        (property.IsRequired ? "required" : "optional") + (property.IsNullable ? " and nullable" : "");
}
