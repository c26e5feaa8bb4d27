using Lattice.Generator.Tests.Support;

namespace Lattice.Generator.Tests.Emitting;

/// <summary>The generator encodes the names of parameters as the runtime encodes the keys of maps.</summary>
public class FormNameTests
{
    private static readonly string[] s_names =
    [
        .. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => $"a{(char)c}b"), "é", "漢字", "😀",
    ];

    [Fact]
    public async Task A_name_is_encoded_like_a_key()
    {
        string properties = string.Join(",", s_names.Select((name, i) =>
            $$"""{{Quote(name)}}: { "type": "string", "x-lattice-name": "P{{i}}" }"""));
        string slice = WidgetSlice.Make(parameters: $$"""
            {{properties}}, "map": { "type": "object", "additionalProperties": { "type": "string" } }
            """);
        string values = string.Concat(s_names.Select((_, i) => $"P{i} = \"1\", "));
        string entries = string.Join(", ", s_names.Select(name => $"[{Quote(name)}] = \"1\""));

        string parameters = $"new WidgetCreateParams {{ {values} Map = new() {{ {entries} }} }}";

        string[] fields = (await RequestCapture.GetBodyAsync(slice, "Widget", parameters)).Split('&');

        string[] names = [.. fields.Where(field => !IsEntry(field))];
        string[] keys = [.. fields.Where(IsEntry).Select(field => field["map[".Length..].Replace("]=", "=", StringComparison.Ordinal))];
        Assert.Equal(s_names.Length, names.Length);
        Assert.Equal(keys.Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }

    private static bool IsEntry(string field) => field.StartsWith("map[", StringComparison.Ordinal);

    private static string Quote(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
