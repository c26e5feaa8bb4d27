using System.Text;

namespace Lattice.Fuzz.Findings;

/// <summary>A part of an input as a file.</summary>
internal sealed record InputFile(string Name, byte[] Content)
{
    public InputFile(string name, string content)
        : this(name, Encoding.UTF8.GetBytes(content))
    {
    }
}
