using System.Runtime.InteropServices;

namespace Lattice.Packaging.Tests.Support;

/// <summary>A test of native apps. It needs Linux on x64 and gcc, and some tests need Stripe's full specification.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NativeFactAttribute : FactAttribute
{
    private bool _needsSpecification;

    public NativeFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64)
        {
            Skip = "Native apps are tested only on Linux on x64.";
        }
        else if (!Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "gcc"))))
        {
            Skip = "Native apps are linked with gcc. Install it and the headers of zlib (Debian: gcc, zlib1g-dev).";
        }
    }

    public bool NeedsSpecification
    {
        get => _needsSpecification;
        set
        {
            _needsSpecification = value;
            Skip ??= value ? new Specs.FactAttribute().Skip : null;
        }
    }
}
