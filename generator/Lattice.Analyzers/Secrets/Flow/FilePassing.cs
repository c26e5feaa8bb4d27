using Lattice.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Lattice.Analyzers.Secrets.Flow;

/// <summary>Which streams and writers write to a file. Others may write to a browser, which may get a secret.</summary>
internal static class FilePassing
{
    public static Traces Pass(IInvocationOperation call) =>
        call.TargetMethod.ContainingType.GetFullName() is "System.IO.File" or "System.IO.FileInfo"
        && call.TargetMethod.Name is "AppendText" or "CreateText" or "Create" or "Open" or "OpenWrite"
            ? Traces.Of(Trace.Start(TraceKind.File, call))
            : Traces.None;

    public static Traces Pass(IObjectCreationOperation creation, SecretFlow flow)
    {
        ITypeSymbol type = creation.Type!;
        if (!type.Is("System.IO.Stream") && !type.Is("System.IO.TextWriter") && !type.Is("System.IO.BinaryWriter"))
        {
            return Traces.None;
        }

        return type.Is("System.IO.FileStream")
            || (type.Is("System.IO.StreamWriter") && creation.Arguments.Any(argument => argument.Parameter?.Name == "path"))
                ? Traces.Of(Trace.Start(TraceKind.File, creation))
                : TextPassing.Union(creation.Arguments, flow).Where(trace => trace.Kind is TraceKind.File or TraceKind.Console);
    }
}
