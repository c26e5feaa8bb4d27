namespace Lattice.Slice.Specifications;

/// <summary>The text of a source in slice.json.</summary>
internal static class SourceText
{
    /// <summary>The text of a source for another folder: a URL or a full path as it is, a relative path from that folder.</summary>
    /// <param name="text">A path or a URL.</param>
    /// <param name="folder">The base of a relative path.</param>
    /// <param name="other">The folder that the text is for.</param>
    /// <exception cref="CommandFailedException">The URL contains a password, which would be written to a file.</exception>
    public static string Create(string text, string folder, string other)
    {
        if (!SpecSource.IsUrl(text))
        {
            return Path.IsPathFullyQualified(text)
                ? text
                : Path.GetRelativePath(other, Path.Combine(folder, text)).Replace(Path.DirectorySeparatorChar, '/');
        }

        return Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.UserInfo.Length > 0
            ? throw new CommandFailedException("The URL contains a user or a password, which would be written to slice.json. Leave it out.")
            : text;
    }
}
