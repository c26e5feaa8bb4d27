using Lattice.Spec.Model;
using Lattice.Spec.Naming;

namespace Lattice.Generator.Emitting;

/// <summary>Emits an operation: its descriptor and the methods that call it.</summary>
internal static class OperationEmitter
{
    private const string Options = CSharp.Runtime + ".StripeRequestOptions? options = null";
    private const string Task = "global::System.Threading.Tasks.Task";
    private const string Cancellation = "global::System.Threading.CancellationToken cancellationToken = default";

    public static void EmitDescriptor(SourceWriter writer, EmittedType type, Operation operation)
    {
        DocComment.Write(
            writer, "summary", [$"The operation {RouteOf(operation)}, to send it through a client or to stub it in tests."]);
        string descriptor = $"{CSharp.Runtime}.StripeOperation<{ParamsOf(operation)}, {ResultOf(operation)}>";
        writer.Write($$"""
            public static {{descriptor}} {{operation.Method}}Operation { get; } = new(
                {{CSharp.Literal(NameOf(type, operation))}},
                global::System.Net.Http.HttpMethod.{{NameOf(operation.HttpMethod)}},
                {{CSharp.Literal(operation.Route)}},
                global::{{type.Spec.RootNamespace}}.StripeApiVersion.Current,
                {{CSharp.Json}}.StripeJsonReader.{{ReaderOf(operation)}})
            """);
        using (writer.Block(null, end: ";"))
        {
            writer.Write(HasQuery(operation)
                ? "HasQuery = true,"
                : $"BodyKind = {CSharp.Runtime}.StripeBodyKind.{operation.Format},");
            if (operation.Result?.Kind == ValueKind.File)
            {
                writer.Write("ReturnsFile = true,");
            }

            if (operation.Server is { } server)
            {
                writer.Write($"Server = new global::System.Uri({CSharp.Literal(server)}),");
            }

            if (operation.ErrorCodes.Count > 0)
            {
                string codes = string.Concat(operation.ErrorCodes.Select(code => $"    {CSharp.Literal(code)},\n"));
                writer.Write($"ErrorCodes =\n[\n{codes}],");
            }
        }

        writer.Write();
    }

    /// <summary>The name in logs. Several resources have the same simple name, such as <c>Session</c>.</summary>
    private static string NameOf(EmittedType type, Operation operation)
    {
        string within = type.Type.Namespace.Substring(type.Spec.RootNamespace.Length).TrimStart('.');
        return $"{(within.Length == 0 ? "" : within + ".")}{type.Type.Name}.{operation.Method}";
    }

    public static void EmitMethods(SourceWriter writer, EmittedType type, Operation operation)
    {
        EmitDocs(writer, operation);
        string result = ResultOf(operation);
        EmitMethod(
            writer,
            operation,
            $"{Task}<{result}> {MethodSignature.GetName(operation.Method)}",
            $"{operation.Method}Operation.SendAsync(client,");
        writer.Write();
        EmitTryDocs(writer, operation);
        EmitMethod(
            writer,
            operation,
            $"{Task}<{CSharp.Runtime}.StripeResult<{result}>> {MethodSignature.GetTryName(operation.Method)}",
            $"{operation.Method}Operation.TrySendAsync(client,");
        if (operation.Paging is { } paging)
        {
            writer.Write();
            EmitAllDocs(writer, operation);
            EmitMethod(
                writer,
                operation,
                $"global::System.Collections.Generic.IAsyncEnumerable<{CSharpTypes.TypeOf(operation.Result!.Element!)}> "
                    + MethodSignature.GetAllName(operation.Method),
                $"{CSharp.Runtime}.StripePages.ReadAllAsync({operation.Method}Operation, {GetIdSelector(paging)}, client,");
        }
    }

    private static void EmitMethod(SourceWriter writer, Operation operation, string signature, string call)
    {
        List<string> parameters =
            [CSharp.Runtime + ".IStripeClient client", .. MethodSignature.GetParameters(operation), Options, Cancellation];
        TypeEmitter.WriteObsolete(writer, operation.Obsolete);
        writer.Write($"""
            public static {signature}(
                {string.Join(",\n    ", parameters)}) =>
            """);
        string path = string.Join(", ", MethodSignature.GetPathArguments(operation));
        using (writer.Indent())
        {
            writer.Write(writer.Join(
                call, $"[{path}], {(operation.Params is null ? "null" : "parameters")}, options, cancellationToken);"));
        }
    }

    /// <summary>The function that gets the id of an element, after which the next page starts.</summary>
    private static string GetIdSelector(Paging paging) => paging.ElementIds.Count == 0
        ? "getId: null"
        : "static element => " + string.Join(" ?? ", paging.ElementIds.Select(id => $"element.{id}"));

    private static void EmitDocs(SourceWriter writer, Operation operation)
    {
        DocComment.WriteSummary(writer, operation.Description, GetDefaultSummary(operation));
        DocComment.Write(writer, "remarks", [GetRemarks(operation)]);
        DocComment.Write(writer, "param name=\"client\"", ["The client that sends the request."]);
        foreach (PathParameter parameter in operation.PathParameters)
        {
            DocComment.Write(writer, $"param name=\"{parameter.Name}\"", string.IsNullOrWhiteSpace(parameter.Description)
                ? [$"The path parameter <c>{DocMarkup.Escape(parameter.WireName)}</c>."]
                : DocMarkup.ToXml(parameter.Description));
        }

        if (operation.Params is not null)
        {
            DocComment.Write(writer, "param name=\"parameters\"", ["The parameters of the request."]);
        }

        DocComment.Write(writer, "param name=\"options\"", ["Options that override the client's for this call."]);
        DocComment.Write(writer, "param name=\"cancellationToken\"", [operation.HttpMethod == "get" ? "Cancels the call." : "Cancels the call, which Stripe may already have carried out."]);
        DocComment.Write(writer, "returns", [GetReturns(operation) + "."]);
        DocComment.Write(
            writer,
            $"exception cref=\"{CSharp.Runtime}.StripeException\"",
            ["Stripe responded with an error, or there was no usable response."]);
        WriteCanceled(writer);
    }

    /// <summary>Refers to the method that throws for everything that is the same.</summary>
    private static void EmitTryDocs(SourceWriter writer, Operation operation)
    {
        string throwing = MethodSignature.GetName(operation.Method);
        DocComment.Write(writer, "summary", [$"Does the same as <see cref=\"{throwing}\"/>, and returns an error instead of throwing it."]);
        DocComment.Write(writer, "returns", [GetReturns(operation) + ", or the error."]);
        WriteCanceled(writer);
    }

    /// <summary>Refers to the method that gets one page for everything that is the same.</summary>
    private static void EmitAllDocs(SourceWriter writer, Operation operation)
    {
        string page = MethodSignature.GetName(operation.Method);
        DocComment.Write(
            writer, "summary", [$"Returns the elements of all pages of <see cref=\"{page}\"/>, and requests each page when it is needed."]);
        DocComment.Write(writer, "returns", ["The elements. The first request is sent when they are enumerated."]);
        DocComment.Write(
            writer,
            $"exception cref=\"{CSharp.Runtime}.StripePageException\"",
            ["The request for a page failed. The exception says which page."]);
        WriteCanceled(writer);
    }

    private static string GetDefaultSummary(Operation operation) => operation.Kind switch
    {
        OperationKind.Create => "Creates the resource.",
        OperationKind.Retrieve => "Retrieves the resource.",
        OperationKind.List => "Returns a page of a list.",
        OperationKind.Search => "Returns a page of the results of a search.",
        OperationKind.Update => "Updates the resource.",
        OperationKind.Delete => "Deletes the resource.",
        _ => $"Sends {RouteOf(operation)}.",
    };

    private static string GetReturns(Operation operation) => operation switch
    {
        { Result: null } => "An empty response",
        { Result.Kind: ValueKind.Page } => "The page",
        { Result.Kind: ValueKind.File } => "The file",
        { Kind: OperationKind.Create } => "The resource that Stripe created",
        { Kind: OperationKind.Update } => "The resource after the update",
        { Kind: OperationKind.Delete } => "The resource that Stripe deleted, or what remains of it",
        _ => "The resource",
    };

    private static void WriteCanceled(SourceWriter writer) => DocComment.Write(
        writer,
        $"exception cref=\"{CSharp.Runtime}.StripeCanceledException\"",
        ["<paramref name=\"cancellationToken\"/> was canceled."]);

    private static string GetRemarks(Operation operation)
    {
        string route = RouteOf(operation);
        IEnumerable<string> codes = operation.ErrorCodes.Select(code => $"<c>{DocMarkup.Escape(code)}</c>");
        return operation.ErrorCodes.Count == 0 ? route : $"{route}. Error codes of this operation: {string.Join(", ", codes)}.";
    }

    /// <summary>Whether the parameters are in the query, also those that only the options of a call have.</summary>
    private static bool HasQuery(Operation operation) => operation is { HttpMethod: not "post", Format: BodyFormat.None };

    private static string RouteOf(Operation operation) =>
        $"<c>{operation.HttpMethod.ToUpperInvariant()} {DocMarkup.Escape(operation.Route)}</c>";

    /// <summary>The name of the HTTP method in .NET.</summary>
    private static string NameOf(string httpMethod) => char.ToUpperInvariant(httpMethod[0]) + httpMethod.Substring(1);

    private static string ResultOf(Operation operation) => operation.Result switch
    {
        null => CSharp.Runtime + ".StripeEmpty",
        { Kind: ValueKind.File } => CSharp.Runtime + ".StripeDownload",
        var result => CSharpTypes.TypeOf(result),
    };

    private static string ReaderOf(Operation operation) => operation.Result switch
    {
        { Kind: ValueKind.File } => "ReadFile",
        { Kind: ValueKind.Page, Element: { } element } => $"ReadList<{CSharpTypes.TypeOf(element)}>",
        _ => $"Read<{ResultOf(operation)}>",
    };

    private static string ParamsOf(Operation operation) => operation.Params?.Qualified ?? CSharp.Runtime + ".StripeNoParams";
}
