namespace Lattice.Spec.Model;

/// <summary>All that a slice says, in the form in which it is emitted.</summary>
internal sealed record ApiModel(EquatableArray<TypeGroup> Groups);

/// <summary>The types that come from one schema or one operation, the one that the others are parts of first.</summary>
internal sealed record TypeGroup(EquatableArray<EmittedType> Types);

/// <summary>What stands in the header of every file.</summary>
/// <param name="Title">The specification's name.</param>
/// <param name="Version">The API version.</param>
/// <param name="RootNamespace">The namespace that the types without one of their own are in.</param>
internal sealed record SpecInfo(string Title, string Version, string RootNamespace);

/// <summary>The full name of an emitted type.</summary>
internal sealed record TypeName(string Namespace, string Name)
{
    /// <summary>The name as code refers to it; nothing can shadow it.</summary>
    public string Qualified => $"global::{Namespace}.{Name}";
}

/// <summary>One emitted type; one file.</summary>
internal abstract record EmittedType(SpecInfo Spec, TypeName Type, string Description);

/// <summary>The constant with the API version.</summary>
internal sealed record VersionType(SpecInfo Spec, TypeName Type)
    : EmittedType(Spec, Type, Description: "");

/// <summary>An object of a response; with operations, a resource that they answer.</summary>
internal sealed record ResponseObjectType(
    SpecInfo Spec,
    TypeName Type,
    string Description,
    bool IsResource,
    EquatableArray<Property> Properties,
    EquatableArray<Operation> Operations)
    : EmittedType(Spec, Type, Description);

/// <summary>The parameters of an operation, or an object within them.</summary>
/// <param name="Method">The method that takes the parameters; <see langword="null"/> for an object within them.</param>
internal sealed record ParamsType(
    SpecInfo Spec,
    TypeName Type,
    string Description,
    string? Method,
    BodyFormat Format,
    EquatableArray<Property> Properties)
    : EmittedType(Spec, Type, Description);

/// <summary>A parameter of one of several kinds.</summary>
internal sealed record RequestUnionType(
    SpecInfo Spec, TypeName Type, string Description, bool IsClearable, EquatableArray<RequestUnionCase> Cases)
    : EmittedType(Spec, Type, Description);

/// <summary>An object of a response that is one of several types; with operations, a resource that they answer.</summary>
internal sealed record ResponseUnionType(
    SpecInfo Spec,
    TypeName Type,
    string Description,
    bool IsResource,
    EquatableArray<ResponseUnionCase> Cases,
    EquatableArray<Operation> Operations)
    : EmittedType(Spec, Type, Description);

/// <summary>The creates that response nothing, in a class named after their path.</summary>
internal sealed record ContainerType(SpecInfo Spec, TypeName Type, string Description, EquatableArray<Operation> Operations)
    : EmittedType(Spec, Type, Description);

/// <summary>A string with known values.</summary>
internal sealed record EnumType(SpecInfo Spec, TypeName Type, string Description, EquatableArray<EnumMember> Members)
    : EmittedType(Spec, Type, Description);

internal sealed record EnumMember(string Name, string Value, string Description);

/// <summary>A kind of values that a union takes.</summary>
/// <param name="Name">The C# name of a literal's member.</param>
/// <param name="Literal">The text of a literal; <see langword="null"/> for values of <see cref="Value"/>'s type.</param>
internal sealed record RequestUnionCase(TypeRef Value, string? Name = null, string? Literal = null);

/// <summary>A type that an object of a response may have.</summary>
/// <param name="Name">The name of the property that holds it.</param>
/// <param name="Object">The value of its field <c>object</c>.</param>
/// <param name="IsDeleted">Whether it stands for an object that was deleted.</param>
internal sealed record ResponseUnionCase(string Name, TypeName Type, string Object, bool IsDeleted);
