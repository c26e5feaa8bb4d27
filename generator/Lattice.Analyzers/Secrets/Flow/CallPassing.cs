using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Secrets.Flow;

/// <summary>Which methods return a text that they get, or a part of it.</summary>
internal static class CallPassing
{
    /// <summary>What is known about the result of a call, given what is known about its receiver and its arguments.</summary>
    public static Traces Pass(IInvocationOperation call, SecretFlow flow)
    {
        Traces opened = FilePassing.Pass(call).Union(Entities.Pass(call));
        Traces inputs = flow.GetTraces(call.Instance).Union(TextPassing.Union(call.Arguments, flow));
        return opened.Union(inputs.IsEmpty || ShortText.IsShort(call) ? Traces.None : Pass(call, inputs, flow));
    }

    private static Traces Pass(IInvocationOperation call, Traces inputs, SecretFlow flow)
    {
        IMethodSymbol method = call.TargetMethod;
        switch (method.ContainingType.GetFullName())
        {
            case "System.String":
                return PassString(call, inputs, flow);
            case "System.Linq.Enumerable":
                return EnumerablePassing.Pass(call, flow);
            case "System.Text.Json.JsonSerializer" or "Newtonsoft.Json.JsonConvert" when method.Name.StartsWith("Serialize", StringComparison.Ordinal):
                return inputs.InText(Visibility.All);
            case "System.Text.Json.Nodes.JsonNode" or "System.Text.Json.Nodes.JsonObject" when method.Name is "ToJsonString" or "ToString":
                return inputs.InText(Visibility.Elements);
            case "System.Nullable":
                return inputs;
            case "System.Tuple" or "System.ValueTuple" or "System.Collections.Generic.KeyValuePair" when method.Name == "Create":
                return CreationPassing.GetMembers(call.Arguments, method.ReturnType, flow);
            case "System.Uri" when method.Name == "GetLeftPart" && call.Arguments[0].Value.ConstantValue.Value is 0 or 1:
                return Traces.None; // The scheme, or the host.
            case "System.StringNormalizationExtensions" or "System.MemoryExtensions" or "System.Span" or "System.ReadOnlySpan" or "System.Memory"
                or "System.ReadOnlyMemory" or "System.Convert" or "System.Uri" or "System.UriBuilder" or "System.Net.WebUtility"
                or "System.Web.HttpUtility" or "System.FormattableString" or "System.Text.StringBuilder" or "System.IO.StringWriter"
                or "System.Runtime.CompilerServices.FormattableStringFactory" or "System.Globalization.TextInfo"
                or "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler"
                or "Microsoft.AspNetCore.WebUtilities.QueryHelpers" or "Microsoft.AspNetCore.Http.QueryString"
                or "Microsoft.Extensions.Primitives.StringValues"
                or "Microsoft.VisualBasic.Strings" or "Microsoft.VisualBasic.CompilerServices.Conversions":
                return inputs.InText();
            default:
                return PassOther(call, inputs, flow);
        }
    }

    private static Traces PassOther(IInvocationOperation call, Traces inputs, SecretFlow flow)
    {
        IMethodSymbol method = call.TargetMethod;
        INamedTypeSymbol type = method.ContainingType;
        if (type.Is("System.Text.Encoding") || type.Is("System.Text.Encodings.Web.TextEncoder"))
        {
            return inputs.InText();
        }

        if (type.IsIn("System.Threading.Tasks") || type.Name.EndsWith("Awaiter", StringComparison.Ordinal)
            || type.Name.EndsWith("Awaitable", StringComparison.Ordinal))
        {
            // Task.Run(function), or a task itself.
            return inputs.OfReturned().Union(inputs.Where(trace => TracePath.TryEnterReturned(trace.Path) is null));
        }

        switch (method.Name)
        {
            case "ToString":
                return flow.GetTraces(call.Instance).InText();
            case "GetEnumerator" or "GetAsyncEnumerator" or "ToArray" or "ToList" or "AsReadOnly" or "GetRange" or "Reverse" or "CopyTo" or "Cast"
                or "Synchronized":
                return inputs;
            case "Pop" or "Dequeue" or "Peek" or "Find" or "FindLast" when TextPassing.IsCollection(type):
                return inputs.OfElement(null, call);
            case "GetValueOrDefault" when type.IsIn("System.Collections"):
                IOperation? key = call.GetOtherArguments().FirstOrDefault()?.Value.SkipConversions();
                return flow.GetTraces(call.GetReceiver()).OfElement(key?.ConstantValue.Value, call);
            case "Create" or "CreateRange" when type.IsIn("System.Collections.Immutable"):
                return inputs.Union(inputs.Within(TracePath.AnyElement));
            default:
                return Traces.None;
        }
    }

    private static Traces PassString(IInvocationOperation call, Traces inputs, SecretFlow flow)
    {
        switch (call.TargetMethod.Name)
        {
            case "Replace":
                // A text whose secret is replaced no longer has it.
                return flow.GetTraces(call.Arguments[0].Value).IsEmpty
                    ? flow.GetTraces(call.Instance).InText().Union(flow.GetTraces(call.Arguments[1].Value).InText())
                    : Traces.None;
            case "Split":
                return flow.GetTraces(call.Instance).InText().Within(TracePath.Piece);
            case "Join" or "Concat":
                return inputs.InText(Visibility.Elements);
            case "Create" when call.TargetMethod.IsGenericMethod:
                return Traces.None; // Its function decides what is in the text.
            case "GetEnumerator":
                return Traces.None;
            default:
                return inputs.InText();
        }
    }
}
