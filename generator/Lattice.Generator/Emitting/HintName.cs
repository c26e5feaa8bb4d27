using System.Globalization;
using System.Text;
using Lattice.Spec.Model;

namespace Lattice.Generator.Emitting;

/// <summary>
/// The name of the file of a group of types: that of the first. With <c>EmitCompilerGeneratedFiles</c> it is part of a path on disk.
/// </summary>
internal static class HintName
{
    /// <summary>
    /// In bytes of UTF-8, and so in characters. Linux limits a name to 255 bytes, and Windows a whole path to 259 characters, which
    /// includes the folders of the project and of the compiler's output.
    /// </summary>
    private const int MaxLength = 120;

    private const string Extension = ".g.cs";
    private const int HashLength = 16;

    /// <summary>The full name of the type. A long name is truncated, and ends with the hash of the full name to be unique.</summary>
    public static string Get(TypeName type)
    {
        string fullName = $"{type.Namespace}.{type.Name}";
        return Encoding.UTF8.GetByteCount(fullName) + Extension.Length <= MaxLength
            ? fullName + Extension
            : $"{Truncate(fullName, MaxLength - 1 - HashLength - Extension.Length)}-{GetHash(fullName)}{Extension}";
    }

    private static string Truncate(string name, int maxBytes)
    {
        int length = 0;
        for (int bytes = 0; length < name.Length;)
        {
            int size = char.IsHighSurrogate(name[length]) && length + 1 < name.Length ? 2 : 1;
            bytes += Encoding.UTF8.GetByteCount(name.Substring(length, size));
            if (bytes > maxBytes)
            {
                break;
            }

            length += size;
        }

        return name.Substring(0, length);
    }

    /// <summary>FNV-1a over UTF-16 units, which is the same on all platforms.</summary>
    private static string GetHash(string name)
    {
        ulong hash = name.Aggregate(14695981039346656037, (hash, c) => unchecked((hash ^ c) * 1099511628211));
        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
