using Lattice.Conformance.SpecReading;

namespace Lattice.Conformance.Encoding;

/// <summary>Says in which parts a <c>multipart/form-data</c> body differs from plain values. The order of the parts is free.</summary>
internal static class MultipartComparison
{
    public static IEnumerable<string> Compare(Dictionary<string, object?> expected, IReadOnlyList<Part> parts)
    {
        foreach (IGrouping<string, Part> repeated in parts.GroupBy(part => part.Name).Where(group => group.Count() > 1))
        {
            yield return $"{repeated.Key} is written {repeated.Count()} times";
        }

        Dictionary<string, Part> found = parts.DistinctBy(part => part.Name).ToDictionary(part => part.Name, StringComparer.Ordinal);
        foreach ((string name, FileValue file) in expected.Where(value => value.Value is FileValue).Select(value => (value.Key, (FileValue)value.Value!)))
        {
            if (!found.Remove(name, out Part? part))
            {
                yield return $"expected the file {name}, got nothing";
            }
            else if (part.FileName != file.FileName || part.ContentType != file.ContentType || !part.Bytes.AsSpan().SequenceEqual(file.Bytes))
            {
                yield return $"expected the file {file.FileName} ({file.ContentType}, {file.Bytes.Length} bytes), got {part.FileName} ({part.ContentType}, {part.Bytes.Length} bytes)";
            }
        }

        Dictionary<string, object?> fields = expected.Where(value => value.Value is not FileValue).ToDictionary(StringComparer.Ordinal);
        foreach ((string name, string value) in FormEncoder.Flatten(fields, escapeKeys: false))
        {
            string? text = found.Remove(name, out Part? part) ? System.Text.Encoding.UTF8.GetString(part.Bytes) : null;
            if (text != System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(value)))
            {
                yield return $"expected {name}={Texts.Shorten(value)}, got {(text is null ? "nothing" : Texts.Shorten(text))}";
            }
        }

        foreach (string name in found.Keys)
        {
            yield return $"expected nothing, got the part {name}";
        }
    }
}
