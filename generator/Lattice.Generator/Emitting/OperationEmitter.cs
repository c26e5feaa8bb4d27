using Lattice.Spec.Model;
using Lattice.Spec.Naming;

namespace Lattice.Generator.Emitting;

/// <summary>Emits a create: its descriptor and the two methods that call it.</summary>
internal static class OperationEmitter
{
    private const string Options = CSharp.Runtime + ".StripeRequestOptions? options = null";
    private const string Cancellation = "global::System.Threading.CancellationToken cancellationToken = default";

    public static void EmitDescriptor(SourceWriter writer, EmittedType type, Operation operation)
    {
        string route = DocMarkup.Escape(operation.Route);
        string client = $"<see cref=\"{CSharp.Runtime}.IStripeClient\"/>";
        DocComment.Write(writer, "summary", [$"The description of <c>POST {route}</c>, by which an {client} tells it from others."]);
        string server = operation.Server is null ? "" : $",\n    new global::System.Uri({CSharp.Literal(operation.Server)})";
        string listed = string.Concat(operation.ErrorCodes.Select(code => $"        {CSharp.Literal(code)},\n"));
        string codes = listed.Length == 0 ? "" : "\n{\n    ErrorCodes =\n    [\n" + listed + "    ],\n}";
        writer.Write($$"""
            public static {{CSharp.Runtime}}.StripeOperation<{{ParamsOf(operation)}}, {{ResponseOf(type)}}> {{operation.Method}}Operation { get; } = new(
                {{CSharp.Literal(NameOf(type, operation))}},
                global::System.Net.Http.HttpMethod.Post,
                {{CSharp.Literal(operation.Route)}},
                {{CSharp.Runtime}}.StripeBodyKind.{{operation.Format}},
                global::{{type.Spec.RootNamespace}}.StripeApiVersion.Current,
                {{(type is ContainerType ? CSharp.Runtime + ".StripeEmpty.Read" : "Read")}}{{server}}){{codes}};

            """);
    }

    /// <summary>What it is called in logs: several resources have the same simple name, as <c>Session</c>.</summary>
    private static string NameOf(EmittedType type, Operation operation)
    {
        string within = type.Type.Namespace.Substring(type.Spec.RootNamespace.Length).TrimStart('.');
        return $"{(within.Length == 0 ? "" : within + ".")}{type.Type.Name}.{operation.Method}";
    }

    public static void EmitMethods(SourceWriter writer, EmittedType type, Operation operation)
    {
        EmitDocs(writer, operation, "The resource that Stripe created.", throwsErrors: true);
        EmitMethod(writer, operation, MethodSignature.GetName(operation.Method), ResponseOf(type), "SendAsync");
        writer.Write();
        EmitDocs(writer, operation, "The resource that Stripe created, or the error.", throwsErrors: false);
        EmitMethod(writer, operation, MethodSignature.GetTryName(operation.Method), $"{CSharp.Runtime}.StripeResult<{ResponseOf(type)}>", "TrySendAsync");
    }

    private static void EmitMethod(SourceWriter writer, Operation operation, string method, string result, string send)
    {
        List<string> parameters =
            [CSharp.Runtime + ".IStripeClient client", .. MethodSignature.GetParameters(operation), Options, Cancellation];
        TypeEmitter.WriteObsolete(writer, operation.Obsolete);
        string path = string.Join(", ", MethodSignature.GetPathArguments(operation));
        writer.Write($"""
            public static global::System.Threading.Tasks.Task<{result}> {method}(
                {string.Join(",\n    ", parameters)}) =>
                {operation.Method}Operation.{send}(client, [{path}], {(operation.Params is null ? "null" : "parameters")}, options, cancellationToken);
            """);
    }

    private static void EmitDocs(SourceWriter writer, Operation operation, string returns, bool throwsErrors)
    {
        DocComment.Summary(writer, operation.Description, "Creates the resource.");
        DocComment.Write(writer, "remarks", [GetRemarks(operation)]);
        DocComment.Write(writer, "param name=\"client\"", ["The client that makes the call."]);
        foreach (PathParameter parameter in operation.PathParameters)
        {
            DocComment.Write(writer, $"param name=\"{parameter.Name}\"", string.IsNullOrWhiteSpace(parameter.Description)
                ? [$"The <c>{DocMarkup.Escape(parameter.WireName)}</c> of the path."]
                : DocMarkup.ToXml(parameter.Description));
        }

        if (operation.Params is not null)
        {
            DocComment.Write(writer, "param name=\"parameters\"", ["What to create."]);
        }

        DocComment.Write(writer, "param name=\"options\"", ["What this call does otherwise than the client."]);
        DocComment.Write(writer, "param name=\"cancellationToken\"", ["Ends the call; Stripe may have carried it out."]);
        DocComment.Write(writer, "returns", [returns]);
        if (throwsErrors)
        {
            DocComment.Write(
                writer,
                $"exception cref=\"{CSharp.Runtime}.StripeException\"",
                ["Stripe answered with an error, or no usable answer came."]);
        }

        DocComment.Write(
            writer,
            $"exception cref=\"{CSharp.Runtime}.StripeCanceledException\"",
            ["<paramref name=\"cancellationToken\"/> was canceled."]);
    }

    private static string GetRemarks(Operation operation)
    {
        string route = $"<c>POST {DocMarkup.Escape(operation.Route)}</c>";
        return operation.ErrorCodes.Count == 0 ? route
            : $"{route}. Errors of its own have the codes {string.Join(", ", operation.ErrorCodes.Select(code => $"<c>{DocMarkup.Escape(code)}</c>"))}.";
    }

    private static string ResponseOf(EmittedType type) => type is ContainerType ? CSharp.Runtime + ".StripeEmpty" : type.Type.Name;

    private static string ParamsOf(Operation operation) => operation.Params?.Qualified ?? CSharp.Runtime + ".StripeNoParams";
}
