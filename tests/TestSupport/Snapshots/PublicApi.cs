using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lattice.TestSupport.Snapshots;

/// <summary>Lists what an assembly shows to its users, a line for each member, so that a change of the surface is seen in review.</summary>
public static class PublicApi
{
    private static readonly SymbolDisplayFormat s_typeFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            | SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    private static readonly SymbolDisplayFormat s_constrainedTypeFormat =
        s_typeFormat.AddGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeConstraints);

    private static readonly SymbolDisplayFormat s_nameFormat = s_typeFormat
        .WithKindOptions(SymbolDisplayKindOptions.None)
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters);

    private static readonly SymbolDisplayFormat s_memberFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        memberOptions: SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeConstantValue,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            | SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    public static string List(Assembly assembly)
    {
        IEnumerable<string> references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => path != assembly.Location);
        MetadataReference target = MetadataReference.CreateFromFile(assembly.Location);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "listing", references: [.. references.Select(path => MetadataReference.CreateFromFile(path)), target]);
        var symbol = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(target)!;
        IEnumerable<string> types = GetTypes(symbol.GlobalNamespace)
            .OrderBy(type => type.ToDisplayString(s_nameFormat), StringComparer.Ordinal)
            .Select(Describe);
        return string.Join("\n\n", types) + "\n";
    }

    private static IEnumerable<INamedTypeSymbol> GetTypes(INamespaceOrTypeSymbol container) =>
        container.GetMembers().SelectMany(member => member switch
        {
            INamespaceSymbol inner => GetTypes(inner),
            INamedTypeSymbol type when IsShown(type) => GetTypes(type).Prepend(type),
            _ => [],
        });

    private static string Describe(INamedTypeSymbol type)
    {
        IEnumerable<string> members = type.TypeKind == TypeKind.Delegate ? [] : type.GetMembers()
            .Where(member => member is not INamedTypeSymbol && IsShown(member) && !IsAccessor(member) && !member.IsImplicitlyDeclared)
            .Select(member => "    " + member.ToDisplayString(s_memberFormat))
            .Order(StringComparer.Ordinal);
        return string.Join('\n', members.Prepend(Head(type)));
    }

    private static string Head(INamedTypeSymbol type)
    {
        string modifier = type.TypeKind != TypeKind.Class ? ""
            : type.IsStatic ? "static "
            : type.IsAbstract ? "abstract "
            : type.IsSealed ? "sealed " : "";
        string name = type.ToDisplayString(s_typeFormat);
        string constraints = type.ToDisplayString(s_constrainedTypeFormat)[name.Length..];
        if (type.DelegateInvokeMethod is { } invoke)
        {
            return $"{name}{constraints}: {invoke.ToDisplayString(s_memberFormat)}";
        }

        IEnumerable<string> bases = type.Interfaces
            .Where(IsShown)
            .Select(contract => contract.ToDisplayString(s_nameFormat))
            .Order(StringComparer.Ordinal);
        if (type is { TypeKind: TypeKind.Class, BaseType: { SpecialType: SpecialType.None } parent })
        {
            bases = bases.Prepend(parent.ToDisplayString(s_nameFormat));
        }

        return $"{modifier}{name}{(bases.Any() ? " : " + string.Join(", ", bases) : "")}{constraints}";
    }

    private static bool IsAccessor(ISymbol member) => member is IMethodSymbol
    {
        MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove,
    };

    // What derives from a type sees its protected members.
    private static bool IsShown(ISymbol symbol) => symbol.DeclaredAccessibility is Accessibility.Public
        || (symbol.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedOrInternal
            && symbol.ContainingType is { IsSealed: false });
}
