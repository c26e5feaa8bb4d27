using Lattice.Conformance.Reporting;

namespace Lattice.Conformance.Encoding;

/// <summary>Reports which parts of a <c>multipart/form-data</c> body differ from sample values, in any order.</summary>
internal static class MultipartComparison
{
    public static IEnumerable<string> Compare(Dictionary<string, object?> expected, IReadOnlyList<Part> parts)
    {
        foreach ((string name, int count) in parts.CountBy(part => part.Name).Where(part => part.Value > 1))
        {
            yield return $"{name} is written {count} times";
        }

        Dictionary<string, Part> found = parts.DistinctBy(part => part.Name).ToDictionary(part => part.Name, StringComparer.Ordinal);
        foreach ((string name, object? value) in expected)
        {
            if (value is not FileValue file)
            {
                continue;
            }

            if (!found.Remove(name, out Part? part))
            {
                yield return $"expected the file {name}, got nothing";
            }
            else if (part.FileName != file.FileName || part.ContentType != file.ContentType || !part.Bytes.SequenceEqual(file.Bytes))
            {
                yield return $"expected the file {file.FileName} ({file.ContentType}, {file.Bytes.Length} bytes), "
                    + $"got {part.FileName} ({part.ContentType}, {part.Bytes.Length} bytes)";
            }
        }

        Dictionary<string, object?> fields = expected.Where(value => value.Value is not FileValue).ToDictionary(StringComparer.Ordinal);
        foreach ((string name, string value) in FormEncoder.Flatten(fields, escapeKeys: false))
        {
            string? text = found.Remove(name, out Part? part) ? System.Text.Encoding.UTF8.GetString(part.Bytes) : null;
            if (text != System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(value)))
            {
                yield return $"expected {name}={value.Truncate()}, got {(text is null ? "nothing" : text.Truncate())}";
            }
        }

        foreach (string name in found.Keys)
        {
            yield return $"expected nothing, got the part {name}";
        }
    }
}
