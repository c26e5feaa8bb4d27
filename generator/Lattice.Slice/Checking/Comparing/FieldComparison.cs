using Lattice.Slice.Checking.Changes;
using Lattice.Spec.Model;

namespace Lattice.Slice.Checking.Comparing;

/// <summary>Compares the fields of responses.</summary>
internal sealed class FieldComparison(ChangeLog log) : PropertyComparison(log)
{
    protected override PropertyRules Rules { get; } = new(
        ChangeRules.FieldRemoved,
        ChangeRules.FieldRenamed,
        ChangeRules.FieldWireNameChanged,
        ChangeRules.FieldTypeChanged,
        ChangeRules.FieldDeprecated,
        ChangeRules.FieldNoLongerDeprecated);

    protected override ChangeRule GetAddedRule(Property property) => ChangeRules.FieldAdded;

    protected override string GetTypeText(Property property) => CSharpText.OfField(property);

    protected override ChangeRule GetTypeChangedRule(PropertyPair pair)
    {
        (Expansion old, Expansion @new) = (GetExpansion(pair.Old.Type), GetExpansion(pair.New.Type));
        return (old, @new) switch
        {
            (Expansion.None, Expansion.Typed) when IsText(pair.Old.Type) => ChangeRules.FieldBecameExpandable,
            (Expansion.Typed, Expansion.None) when IsText(pair.New.Type) => ChangeRules.FieldNoLongerExpandable,
            _ => Rules.TypeChanged,
        };
    }

    protected override void CompareDetails(PropertyPair pair, bool isSameType)
    {
        if (isSameType)
        {
            ComparePresence(pair);
            CompareConsts(pair);
            CompareExpansions(pair);
        }
        else if (pair.New.Type.Kind == ValueKind.Expandable)
        {
            ComparePresenceOfSameType(pair);
        }
    }

    private void ComparePresence(PropertyPair pair)
    {
        (string old, string @new) = (GetTypeText(pair.Old), GetTypeText(pair.New));
        if (old == @new)
        {
            ComparePresenceOfSameType(pair);
        }
        else
        {
            bool isAlwaysPresent = pair.New.IsAlwaysPresent;
            Log.AddChanged(isAlwaysPresent ? ChangeRules.FieldNoLongerNullable : ChangeRules.FieldBecameNullable, pair.Subject, old, @new);
        }
    }

    /// <summary>Compares what the type does not show: an absent reference has no id, and a nullable field may become optional.</summary>
    private void ComparePresenceOfSameType(PropertyPair pair)
    {
        (string old, string @new) = (GetPresence(pair.Old), GetPresence(pair.New));
        if (old != @new)
        {
            bool mayBeAbsent = pair.Old.IsAlwaysPresent && !pair.New.IsAlwaysPresent;
            Log.AddChanged(mayBeAbsent ? ChangeRules.FieldMayBeAbsent : ChangeRules.FieldPresenceChanged, pair.Subject, old, @new);
        }
    }

    private void CompareConsts(PropertyPair pair)
    {
        (string? old, string? @new) = (pair.Old.Const, pair.New.Const);
        if (old != @new)
        {
            ChangeRule rule = old is null ? ChangeRules.FieldConstFixed
                : @new is null ? ChangeRules.FieldConstOpened
                : ChangeRules.FieldConstChanged;
            Log.AddChanged(rule, pair.Subject, old, @new);
        }
    }

    /// <summary>Compares whether a field that is an id in C# can be expanded.</summary>
    private void CompareExpansions(PropertyPair pair)
    {
        (Expansion old, Expansion @new) = (GetExpansion(pair.Old.Type), GetExpansion(pair.New.Type));
        if (old != @new)
        {
            ChangeRule rule = @new == Expansion.None ? ChangeRules.FieldExpansionRemoved : ChangeRules.FieldExpansionAdded;
            Log.AddChanged(rule, pair.Subject, GetTypeText(pair.Old), GetTypeText(pair.New));
        }
    }

    /// <summary>How a field, or the elements of its list, can be expanded.</summary>
    private static Expansion GetExpansion(TypeRef type) =>
        type.Kind == ValueKind.Expandable ? Expansion.Typed
        : type.IsId ? Expansion.Id
        : type.Element is { } element ? GetExpansion(element)
        : Expansion.None;

    private static bool IsText(TypeRef type) => type.Leaf.Kind == ValueKind.String;

    private static string GetPresence(Property property) =>
        (property.IsRequired ? "required" : "optional") + (property.IsNullable ? " and nullable" : "");

    private enum Expansion
    {
        None,

        /// <summary>A request can expand it, but C# has only the id.</summary>
        Id,

        /// <summary>C# has the id or the object.</summary>
        Typed,
    }
}
