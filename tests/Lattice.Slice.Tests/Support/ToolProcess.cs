using System.Diagnostics;
using System.Text;

namespace Lattice.Slice.Tests.Support;

/// <summary>The tool as a process.</summary>
internal static class ToolProcess
{
    public static ProcessStartInfo Create(string folder, params string[] args) =>
        new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Lattice.Slice.dll"), .. args])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            // The tool would run on the oldest .NET that can run it, but the libraries beside this copy of it are those of the tests.
            Environment = { ["DOTNET_ROLL_FORWARD"] = "LatestMajor" },
        };
}
