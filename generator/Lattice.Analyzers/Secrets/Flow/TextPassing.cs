using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Secrets.Flow;

/// <summary>Which types can hold a text, and which members of .NET's own types pass it on.</summary>
internal static class TextPassing
{
    /// <summary>Whether a value of a type can hold a text: no number, and no single character.</summary>
    public static bool CanHold(ITypeSymbol? type) => type?.TypeKind != TypeKind.Enum
        && type?.SpecialType is null or SpecialType.None or SpecialType.System_Object or SpecialType.System_String
            or SpecialType.System_Array or >= SpecialType.System_Collections_IEnumerable and <= SpecialType.System_Collections_IEnumerator;

    /// <summary>Whether an object of a type that a text converts to still shows the text.</summary>
    public static bool PassesConversion(ITypeSymbol? type) =>
        type is not null && (type.IsIn("System") || type.IsIn("Microsoft") || type.IsIn("StackExchange"));

    /// <summary>Whether a type is a collection of .NET's, or one of its lists of tags.</summary>
    public static bool IsCollection(ITypeSymbol? type) => type is not null
        && (type.TypeKind == TypeKind.Array
            || type.IsIn("System.Collections")
            || type.GetFullName() is "System.Diagnostics.TagList" or "System.Diagnostics.ActivityTagsCollection"
                or "System.Text.Json.Nodes.JsonObject" or "System.Text.Json.Nodes.JsonArray");

    /// <summary>Whether a type builds a text that is written to it piece by piece.</summary>
    public static bool IsTextBuilder(ITypeSymbol type) => type.GetFullName() is "System.Text.StringBuilder" or "System.IO.StringWriter"
        || type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "InterpolatedStringHandlerAttribute");

    /// <summary>Whether a method returns the object that it was called on.</summary>
    public static bool ReturnsItsReceiver(IMethodSymbol method) =>
        method.ContainingType.Is("System.Text.StringBuilder") && SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType);

    /// <summary>Whether a method removes all that was added to its receiver.</summary>
    public static bool Clears(IMethodSymbol method) =>
        method.Name == "Clear" && (IsCollection(method.ContainingType) || IsTextBuilder(method.ContainingType));

    /// <summary>Whether a method calls the function that it gets with the elements of its receiver.</summary>
    public static bool PassesElements(IMethodSymbol method) => method.ContainingType.GetFullName() is "System.Linq.Enumerable"
        || (method.Name == "ForEach" && IsCollection(method.ContainingType));

    /// <summary>What is known about a property, given what is known about its object.</summary>
    public static Traces Pass(IPropertyReferenceOperation property, Traces instance)
    {
        if (instance.IsEmpty)
        {
            return instance;
        }

        string type = property.Property.ContainingType.GetFullName();
        switch (property.Property.Name)
        {
            case "AbsoluteUri" or "AbsolutePath" or "PathAndQuery" or "Query" or "OriginalString" or "Fragment" or "LocalPath" or "Segments"
                or "Uri" or "Path" when type is "System.Uri" or "System.UriBuilder":
                return instance.InText();
            case "Value" when type == "System.Collections.Generic.KeyValuePair":
                return instance.Where(trace => !TracePath.StartsWith(trace.Path, ".Key") && !TracePath.StartsWith(trace.Path, ".Value"));
            case "Value" when type is "System.Nullable" or "Microsoft.AspNetCore.Http.QueryString":
            case "Result" when property.Property.ContainingType.IsIn("System.Threading.Tasks"):
            case "Values" when IsCollection(property.Property.ContainingType):
            case "Span" when type is "System.Memory" or "System.ReadOnlyMemory":
                return instance;
            case "Current" when property.Property.ContainingType.Name.EndsWith("Enumerator", StringComparison.Ordinal):
                return instance.OfElement(null, property).Union(instance.Where(trace => trace.Path.Length == 0));
            default:
                return Traces.None;
        }
    }

    /// <summary>What a call adds to its receiver: a text to a builder, or an element to a collection.</summary>
    public static Traces GetAdded(IInvocationOperation call, SecretFlow flow)
    {
        ITypeSymbol type = call.GetReceiver()?.Type ?? call.TargetMethod.ContainingType;
        IArgumentOperation[] arguments = [.. call.GetOtherArguments()];
        if (!arguments.Any(argument => !flow.GetTraces(argument.Value).IsEmpty))
        {
            return Traces.None;
        }

        switch (call.TargetMethod.Name)
        {
            case "Replace" when IsTextBuilder(type):
                return flow.GetTraces(arguments[1].Value).InText();
            case "AppendJoin" when IsTextBuilder(type):
                return Union(arguments, flow).InText(Visibility.Elements);
            case { } name when IsTextBuilder(type)
                && (name.StartsWith("Append", StringComparison.Ordinal) || name.StartsWith("Write", StringComparison.Ordinal) || name == "Insert"):
                return Union(arguments, flow).InText();
            case "AddRange" or "InsertRange" or "UnionWith" when IsCollection(type):
                return Union(arguments, flow);
            case "Add" or "TryAdd" or "Insert" or "Enqueue" or "Push" or "AddFirst" or "AddLast" or "Append" when IsCollection(type):
                object? key = arguments.Length == 2 ? arguments[0].Value.SkipConversions().ConstantValue.Value : null;
                return flow.GetTraces(arguments[arguments.Length - 1].Value).Within(TracePath.ElementAt(key));
            default:
                return Traces.None;
        }
    }

    public static Traces Union(IEnumerable<IArgumentOperation> arguments, SecretFlow flow) =>
        arguments.Aggregate(Traces.None, (traces, argument) => traces.Union(flow.GetArgument(argument)));
}
