namespace Lattice.Spec.Model;

/// <summary>The types to emit for a slice.</summary>
internal sealed record ApiModel(EquatableArray<TypeGroup> Groups);

/// <summary>The types of one schema or one operation, which share a file. The first type contains the others.</summary>
internal sealed record TypeGroup(EquatableArray<EmittedType> Types);

/// <summary>The information in the header of every file.</summary>
/// <param name="Title">The title of the specification.</param>
/// <param name="Version">The API version.</param>
/// <param name="RootNamespace">The namespace of types that have no namespace of their own.</param>
/// <param name="IsInternal">Whether other assemblies cannot see the types.</param>
internal sealed record SpecInfo(string Title, string Version, string RootNamespace, bool IsInternal)
{
    /// <summary>The C# modifier of the types.</summary>
    public string Visibility => IsInternal ? "internal" : "public";
}

/// <summary>The full name of an emitted type.</summary>
internal sealed record TypeName(string Namespace, string Name)
{
    /// <summary>The name with <c>global::</c>, which nothing can shadow.</summary>
    public string Qualified => $"global::{Namespace}.{Name}";
}

/// <summary>An emitted type, which has its own file.</summary>
internal abstract record EmittedType(SpecInfo Spec, TypeName Type, string Description);

/// <summary>The class with the API version.</summary>
internal sealed record VersionType(SpecInfo Spec, TypeName Type)
    : EmittedType(Spec, Type, Description: "");

/// <summary>A response object.</summary>
/// <param name="IsResource">Whether an operation returns it.</param>
internal sealed record ResponseObjectType(
    SpecInfo Spec,
    TypeName Type,
    string Description,
    EquatableArray<Property> Properties,
    EquatableArray<Operation> Operations,
    bool IsResource)
    : EmittedType(Spec, Type, Description);

/// <summary>The parameters of an operation, or a nested object.</summary>
/// <param name="Method">The method that accepts the parameters; <see langword="null"/> for a nested object.</param>
/// <param name="Exclusive">The groups of properties that exclude each other, by their names in C#.</param>
internal sealed record ParamsType(
    SpecInfo Spec,
    TypeName Type,
    string Description,
    string? Method,
    BodyFormat Format,
    EquatableArray<Property> Properties,
    EquatableArray<EquatableArray<string>> Exclusive)
    : EmittedType(Spec, Type, Description);

/// <summary>A parameter with one of several types.</summary>
internal sealed record RequestUnionType(
    SpecInfo Spec, TypeName Type, string Description, bool IsClearable, EquatableArray<RequestUnionCase> Cases)
    : EmittedType(Spec, Type, Description);

/// <summary>A response object with one of several types.</summary>
/// <param name="IsResource">Whether an operation returns it.</param>
internal sealed record ResponseUnionType(
    SpecInfo Spec,
    TypeName Type,
    string Description,
    EquatableArray<ResponseUnionCase> Cases,
    EquatableArray<Operation> Operations,
    bool IsResource)
    : EmittedType(Spec, Type, Description);

/// <summary>The operations of a resource that has no class of its own in the document.</summary>
internal sealed record ContainerType(SpecInfo Spec, TypeName Type, string Description, EquatableArray<Operation> Operations)
    : EmittedType(Spec, Type, Description);

/// <summary>A string with known values.</summary>
internal sealed record EnumType(SpecInfo Spec, TypeName Type, string Description, EquatableArray<EnumMember> Members)
    : EmittedType(Spec, Type, Description);

/// <param name="Obsolete">The message of the <c>[Obsolete]</c> attribute, if the value is deprecated.</param>
/// <param name="Successor">The name in C# of the value that replaces it.</param>
internal sealed record EnumMember(string Name, string Value, string Description, string? Obsolete = null, string? Successor = null);

/// <summary>A case of a union of parameters.</summary>
/// <param name="Name">The name of the C# member for a literal.</param>
/// <param name="Const">The only value; <see langword="null"/> for values of <see cref="Value"/>'s type.</param>
internal sealed record RequestUnionCase(TypeRef Value, string? Name = null, string? Const = null);

/// <summary>A case of a union of response objects.</summary>
/// <param name="Name">The name of the property for the case.</param>
/// <param name="Object">The value of the <c>object</c> property.</param>
/// <param name="IsDeleted">Whether it represents a deleted object.</param>
internal sealed record ResponseUnionCase(string Name, TypeName Type, string Object, bool IsDeleted);
