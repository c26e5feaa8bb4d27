using Lattice.Spec.Model;
using Lattice.Spec.Stripe;

namespace Lattice.Slice.Generation;

/// <summary>Placeholders for required parameters, as C# expressions.</summary>
internal sealed class SampleValues(SliceModel model, SampleNames names)
{
    private const string Text = "\"…\"";

    // An object that requires itself has no value.
    private readonly HashSet<TypeName> _open = [];

    /// <summary>The assignments of the required properties: <c>Account = "acct_…"</c>.</summary>
    public IReadOnlyList<string> GetRequired(TypeName type)
    {
        if (model.Get(type) is not ParamsType @object || !_open.Add(type))
        {
            return [];
        }

        List<string> assignments =
        [
            .. @object.Properties.Where(property => property.IsRequired).Select(property => $"{property.Name} = {GetValue(property)}"),
        ];
        _open.Remove(type);
        return assignments;
    }

    /// <summary>The placeholder for an id, with the prefix that the ids of the resource have.</summary>
    public static string GetId(string? resource) =>
        resource is not null && IdPrefixes.Find(resource) is [var prefix, ..] ? $"\"{prefix}_…\"" : Text;

    private string GetValue(Property property) =>
        property.Type.Kind == ValueKind.String && property.Resource is { } resource ? GetId(resource) : GetValue(property.Type);

    private string GetValue(TypeRef type) => type.Kind switch
    {
        ValueKind.String or ValueKind.Secret => Text,
        ValueKind.Integer or ValueKind.Int64String => "1",
        ValueKind.Number or ValueKind.DecimalString => "1m",
        ValueKind.Boolean => "true",
        ValueKind.UnixTime or ValueKind.DateTime => names.GetOfSystem("DateTimeOffset") + ".UtcNow",
        ValueKind.Json => "new System.Text.Json.Nodes.JsonObject()",
        ValueKind.Enum => GetEnum(type.Type!),
        ValueKind.Object => GetObject(type.Type!),
        ValueKind.Union => GetUnion(type.Type!),
        ValueKind.List => $"[{GetValue(type.Element!)}]",
        ValueKind.Map => $"new() {{ [{Text}] = {GetValue(type.Element!)} }}",
        ValueKind.File => "new StripeFileUpload(System.IO.File.OpenRead(\"…\"), \"…\")",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type.Kind, "A parameter cannot have this kind."),
    };

    private string GetEnum(TypeName type) =>
        model.Get(type) is EnumType { Members: [var first, ..] } ? $"{names.Get(type)}.{first.Name}" : Text;

    private string GetObject(TypeName type)
    {
        IReadOnlyList<string> required = GetRequired(type);
        return $"new {names.Get(type)}{(required.Count > 0 ? $" {{ {string.Join(", ", required)} }}" : "()")}";
    }

    private string GetUnion(TypeName type)
    {
        var union = (RequestUnionType)model.Get(type);
        return union.Cases.FirstOrDefault(unionCase => unionCase.Name is not null) is { } constant
            ? $"{names.Get(type)}.{constant.Name}"
            : GetCase(union.Cases.OrderBy(unionCase => unionCase.Value.Kind).First().Value);
    }

    // The conversion to the union starts from exactly the type of the case, so a text is converted to that first.
    private string GetCase(TypeRef type) => type.Kind switch
    {
        ValueKind.Enum => $"(StripeEnum<{names.Get(type.Type!)}>){GetEnum(type.Type!)}",
        ValueKind.Secret => $"(SecretString){Text}",
        _ => GetValue(type),
    };
}
