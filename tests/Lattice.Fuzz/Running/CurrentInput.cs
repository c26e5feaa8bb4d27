using System.Globalization;
using System.Text;

namespace Lattice.Fuzz.Running;

/// <summary>
/// A file that names the input that a worker is working on. An exception is reported, but if the whole process ends (a stack overflow, no
/// memory), only this file says why.
/// </summary>
internal sealed class CurrentInput : IDisposable
{
    // Longer than any name of an input, so that no rest of a longer one remains.
    private const int Length = 80;

    private readonly FileStream _file;

    public CurrentInput(string folder, int worker)
    {
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"running-{Environment.ProcessId}-{worker}.txt"));
        _file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
    }

    public void Set(string target, int seed, long iteration)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"--target {target} --case {seed}:{iteration}");
        RandomAccess.Write(_file.SafeFileHandle, Encoding.ASCII.GetBytes(text.PadRight(Length) + "\n"), fileOffset: 0);
    }

    /// <summary>Deletes the file, which nobody does if the process ends.</summary>
    public void Dispose()
    {
        _file.Dispose();
        File.Delete(_file.Name);
    }
}
