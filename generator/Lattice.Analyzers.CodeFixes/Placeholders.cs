using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lattice.Analyzers.CodeFixes;

/// <summary>Values that compile and stand out until they are replaced, such as <c>"&lt;account&gt;"</c>.</summary>
internal sealed class Placeholders
{
    private readonly SemanticModel _model;
    private readonly int _position;
    private readonly StripeTypes _types;
    private readonly ParameterSchemas _schemas;
    private readonly LanguageVersion _version;
    private readonly Stack<ITypeSymbol> _objects = [];

    /// <param name="position">Where the values are written; names are as short as possible there.</param>
    public Placeholders(SemanticModel model, int position, StripeTypes types, ParameterSchemas schemas)
    {
        _model = model;
        _position = position;
        _types = types;
        _schemas = schemas;
        _version = (model.SyntaxTree.Options as CSharpParseOptions)?.LanguageVersion ?? LanguageVersion.CSharp12;
    }

    /// <summary>The members that set properties.</summary>
    public IReadOnlyList<(string Name, string Value)> CreateMembers(ITypeSymbol type, IEnumerable<string> properties) =>
    [
        .. properties
            .Select(name => type.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault())
            .OfType<IPropertySymbol>()
            .Select(property => (property.Name, Create(property.Type, ParameterSchemas.GetWireName(property), isTarget: true))),
    ];

    /// <param name="name">The name of the parameter in a request.</param>
    /// <param name="isTarget">Whether the value is converted to the type itself, so that the type need not be written.</param>
    private string Create(ITypeSymbol type, string name, bool isTarget)
    {
        type = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type.WithNullableAnnotation(NullableAnnotation.None);
        string text = SymbolDisplay.FormatLiteral($"<{name}>", quote: true);
        return type switch
        {
            { SpecialType: SpecialType.System_String } => text,
            { SpecialType: SpecialType.System_Boolean } => "false",
            { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Decimal } => "0",
            { Name: "DateTimeOffset" } => NameOf(type) + ".UtcNow",
            { Name: "JsonNode" or "SecretString" or "ClearableSecret" } => text,
            { Name: "StripeFileUpload" } => $"{New(type, isTarget, arguments: $"{NameOfStream()}.Null, {text}")}",
            INamedTypeSymbol { Name: "Clearable", TypeArguments: { Length: 1 } arguments } => Create(arguments[0], name, isTarget: false),
            INamedTypeSymbol { Name: "StripeMap", TypeArguments: { Length: 1 } arguments } =>
                $"{New(type, isTarget)} {{ [\"<key>\"] = {Create(arguments[0], name, isTarget: true)} }}",
            INamedTypeSymbol { IsGenericType: true, TypeArguments: { Length: 1 } arguments } when CollectionElements.IsCollection(type) =>
                CreateList(arguments[0], name, isTarget),
            _ when _types.GetKnownValues(type) is { } values => GetFirstValue(values) is { } value ? NameOf(value) : text,
            INamedTypeSymbol named when _types.IsParams(type) => CreateObject(named, isTarget),
            _ => CreateUnion(type, name),
        };
    }

    private string CreateObject(INamedTypeSymbol type, bool isTarget)
    {
        if (_objects.Contains(type, SymbolEqualityComparer.Default))
        {
            return New(type, isTarget, arguments: "");
        }

        _objects.Push(type);
        IReadOnlyList<(string Name, string Value)> members = CreateMembers(type, _schemas.Get(type).Required);
        _objects.Pop();
        return members.Count == 0
            ? New(type, isTarget, arguments: "")
            : $"{New(type, isTarget)} {{ {string.Join(", ", members.Select(member => $"{member.Name} = {member.Value}"))} }}";
    }

    /// <summary>A list with one element: a collection expression, or an array where the language has none.</summary>
    private string CreateList(ITypeSymbol element, string name, bool isTarget) =>
        isTarget && _version >= LanguageVersion.CSharp12
            ? $"[{Create(element, name, isTarget: true)}]"
            : $"new {NameOf(element)}[] {{ {Create(element, name, isTarget: true)} }}";

    /// <summary>The first type that converts to a union, or the first of its named values.</summary>
    private string CreateUnion(ITypeSymbol type, string name)
    {
        ITypeSymbol? converted = type.GetMembers("op_Implicit").OfType<IMethodSymbol>()
            .Where(method => SymbolEqualityComparer.Default.Equals(method.ReturnType, type))
            .Select(method => method.Parameters[0].Type)
            .FirstOrDefault(candidate => candidate.ContainingType?.Name != "Clearable");
        ISymbol? named = type.GetMembers().OfType<IPropertySymbol>()
            .FirstOrDefault(property => property is { IsStatic: true, DeclaredAccessibility: Accessibility.Public, Name: not "Cleared" });
        return converted is not null ? Create(converted, name, isTarget: false)
            : named is not null ? NameOf(named)
            : "default!";
    }

    private static ISymbol? GetFirstValue(INamedTypeSymbol values) =>
        values.GetMembers().OfType<IFieldSymbol>().Where(field => field.ConstantValue is string)
            .OrderBy(field => field.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(ObsoleteAttribute)))
            .FirstOrDefault();

    /// <summary>The beginning of the creation of an object, without parentheses if an initializer follows and C# allows it.</summary>
    private string New(ITypeSymbol type, bool isTarget, string? arguments = null) =>
        isTarget && _version >= LanguageVersion.CSharp9 ? $"new({arguments})"
        : arguments is null ? $"new {NameOf(type)}"
        : $"new {NameOf(type)}({arguments})";

    private string NameOfStream() =>
        _model.Compilation.GetTypeByMetadataName("System.IO.Stream") is { } stream ? NameOf(stream) : "global::System.IO.Stream";

    private string NameOf(ISymbol symbol) => symbol switch
    {
        ITypeSymbol type => type.WithNullableAnnotation(NullableAnnotation.None).ToMinimalDisplayString(_model, _position),
        { ContainingType: { } type } => $"{NameOf(type)}.{symbol.Name}",
        _ => symbol.Name,
    };
}
