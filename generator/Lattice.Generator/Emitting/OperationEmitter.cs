using Lattice.Spec.Model;
using Lattice.Spec.Naming;

namespace Lattice.Generator.Emitting;

/// <summary>Emits a create operation: its descriptor and the two methods that call it.</summary>
internal static class OperationEmitter
{
    private const string Options = CSharp.Runtime + ".StripeRequestOptions? options = null";
    private const string Cancellation = "global::System.Threading.CancellationToken cancellationToken = default";

    public static void EmitDescriptor(SourceWriter writer, EmittedType type, Operation operation)
    {
        string route = DocMarkup.Escape(operation.Route);
        DocComment.Write(writer, "summary", [$"The operation <c>POST {route}</c>, to send it through a client or to stub it in tests."]);
        string descriptor = $"{CSharp.Runtime}.StripeOperation<{ParamsOf(operation)}, {ResponseOf(type)}>";
        writer.Write($$"""
            public static {{descriptor}} {{operation.Method}}Operation { get; } = new(
                {{CSharp.Literal(NameOf(type, operation))}},
                global::System.Net.Http.HttpMethod.Post,
                {{CSharp.Literal(operation.Route)}},
                global::{{type.Spec.RootNamespace}}.StripeApiVersion.Current,
                {{CSharp.Json}}.StripeJsonReader.Read<{{ResponseOf(type)}}>)
            """);
        using (writer.Block(null, end: ";"))
        {
            writer.Write($"BodyKind = {CSharp.Runtime}.StripeBodyKind.{operation.Format},");
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
        EmitMethod(writer, operation, MethodSignature.GetName(operation.Method), ResponseOf(type), "SendAsync");
        writer.Write();
        EmitTryDocs(writer, operation);
        string result = $"{CSharp.Runtime}.StripeResult<{ResponseOf(type)}>";
        EmitMethod(writer, operation, MethodSignature.GetTryName(operation.Method), result, "TrySendAsync");
    }

    private static void EmitMethod(SourceWriter writer, Operation operation, string method, string result, string send)
    {
        List<string> parameters =
            [CSharp.Runtime + ".IStripeClient client", .. MethodSignature.GetParameters(operation), Options, Cancellation];
        TypeEmitter.WriteObsolete(writer, operation.Obsolete);
        string path = string.Join(", ", MethodSignature.GetPathArguments(operation));
        string arguments = $"client, [{path}], {(operation.Params is null ? "null" : "parameters")}, options, cancellationToken";
        writer.Write($"""
            public static global::System.Threading.Tasks.Task<{result}> {method}(
                {string.Join(",\n    ", parameters)}) =>
                {operation.Method}Operation.{send}({arguments});
            """);
    }

    private static void EmitDocs(SourceWriter writer, Operation operation)
    {
        DocComment.WriteSummary(writer, operation.Description, "Creates the resource.");
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
        DocComment.Write(writer, "param name=\"cancellationToken\"", ["Cancels the call, which Stripe may already have carried out."]);
        DocComment.Write(writer, "returns", ["The resource that Stripe created."]);
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
        DocComment.Write(writer, "returns", ["The resource that Stripe created, or the error."]);
        WriteCanceled(writer);
    }

    private static void WriteCanceled(SourceWriter writer) => DocComment.Write(
        writer,
        $"exception cref=\"{CSharp.Runtime}.StripeCanceledException\"",
        ["<paramref name=\"cancellationToken\"/> was canceled."]);

    private static string GetRemarks(Operation operation)
    {
        string route = $"<c>POST {DocMarkup.Escape(operation.Route)}</c>";
        IEnumerable<string> codes = operation.ErrorCodes.Select(code => $"<c>{DocMarkup.Escape(code)}</c>");
        return operation.ErrorCodes.Count == 0 ? route : $"{route}. Error codes of this operation: {string.Join(", ", codes)}.";
    }

    private static string ResponseOf(EmittedType type) => type is ContainerType ? CSharp.Runtime + ".StripeEmpty" : type.Type.Name;

    private static string ParamsOf(Operation operation) => operation.Params?.Qualified ?? CSharp.Runtime + ".StripeNoParams";
}
