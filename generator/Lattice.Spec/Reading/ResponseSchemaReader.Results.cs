using Lattice.Spec.Model;
using Lattice.Spec.OpenApi;
using Lattice.Spec.Stripe;

namespace Lattice.Spec.Reading;

/// <content>The types that operations return: components, and unions that exist only in the response of an operation.</content>
internal sealed partial class ResponseSchemaReader
{
    private readonly HashSet<TypeName> _results = [];

    /// <summary>Whether there can be a type for what an operation returns: objects that can be told apart.</summary>
    public static bool CanReadResult(OperationResponse response) => response.Form == ResponseForm.File || (response.Schema is { } schema
        && (schema.Reference is not null ? schema.ComponentName is not null && IsObject(schema)
            : response.Component is { } component && !response.CanBeDeleted ? IsObject(component)
            : ResponseUnions.Discriminate(ResponseUnions.GetInnermostObjects(schema)) is { Count: > 1 }));

    /// <summary>Reads the type that an operation returns.</summary>
    /// <param name="groups">Gets the type if only operations return it.</param>
    /// <returns><see langword="null"/> if the type cannot be emitted, which has been reported.</returns>
    public TypeRef? ReadResult(
        OperationClassification classification, TypeName owner, string method, SpecOperation operation, List<TypeGroup> groups)
    {
        OperationResponse response = classification.Response;
        if (response.Form == ResponseForm.File)
        {
            return new TypeRef(ValueKind.File);
        }

        bool isList = response.Form == ResponseForm.List;
        TypeName? type = response.Component is { } component && (classification.Kind == OperationKind.Create || !response.CanBeDeleted)
            ? GetComponent(component)
            : GetUnion(
                response.Schema!,
                owner with { Name = response.CanBeDeleted ? owner.Name + "OrDeleted" : owner.Name + method + (isList ? "Item" : "Result") },
                operation,
                groups);
        if (type is null)
        {
            return null;
        }

        var result = new TypeRef(ValueKind.Object, type);
        if (isList)
        {
            return new TypeRef(ValueKind.Page, Element: result);
        }

        _results.Add(type);
        return result;
    }

    /// <summary>
    /// The paging of an operation whose pages name the next one; <see langword="null"/> for any other. <see cref="PagingReader"/> adds
    /// that by the ids of elements.
    /// </summary>
    public static Paging? ReadPaging(SpecOperation operation, OperationResponse response) => response.Form == ResponseForm.List
        && (operation.ResponseSchema!.FindProperty("next_page_url") ?? operation.ResponseSchema!.FindProperty("next_page")) is not null
        ? new Paging(ElementIds: default)
        : null;

    /// <summary>Gets the class of a union that is not a component. Operations with the same one share it.</summary>
    private TypeName? GetUnion(SpecSchema schema, TypeName type, SpecOperation operation, List<TypeGroup> groups)
    {
        if (_results.Contains(type))
        {
            return type;
        }

        if (!Registry.TryReserve(type, operation.Node))
        {
            return null;
        }

        IReadOnlyList<(SpecSchema Schema, string Object, bool IsDeleted)> cases =
            ResponseUnions.Discriminate(ResponseUnions.GetInnermostObjects(schema))!;
        ResponseUnionType union = CreateUnion(type, schema, cases, operations: default, isResource: true);
        groups.Add(new TypeGroup(new EmittedType[] { union }.ToEquatableArray()));
        return type;
    }
}
