using System.Text.Json;
using Lattice.Stripe;

namespace AdminCli;

/// <summary>Prints tables for people and JSON for scripts. Secrets are [redacted] in both.</summary>
internal sealed class Reporter(TextWriter output, OutputFormat format)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public void WriteResource<T>(T resource, params (string Name, object? Value)[] fields)
        where T : StripeResource
    {
        if (format is OutputFormat.Json)
        {
            output.WriteLine(JsonSerializer.Serialize(resource, Json));
            return;
        }

        var width = fields.Max(field => field.Name.Length);
        foreach (var (name, value) in fields)
        {
            output.WriteLine($"{name.PadRight(width)}  {value ?? "-":u}");
        }

        output.WriteLine($"{"request".PadRight(width)}  {resource.GetResponse()?.RequestId ?? "-"}");
    }

    public void Write(IReadOnlyList<BulkRow> rows)
    {
        if (format is OutputFormat.Json)
        {
            output.WriteLine(JsonSerializer.Serialize(rows, Json));
            return;
        }

        string[] header = ["ITEM", "STATUS", "ID", "REQUEST", "DETAIL"];
        string[][] table = [header, .. rows.Select(Cells)];
        var widths = header.Select((_, column) => table.Max(row => row[column].Length)).ToArray();
        foreach (var row in table)
        {
            output.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }

    public async Task ExportAsync(IReadOnlyList<BulkRow> rows, string file, CancellationToken cancellationToken)
    {
        await using var stream = File.Create(file);
        if (Path.GetExtension(file) is ".json")
        {
            await JsonSerializer.SerializeAsync(stream, rows, Json, cancellationToken);
            return;
        }

        await using var writer = new StreamWriter(stream);
        foreach (var row in rows)
        {
            await writer.WriteLineAsync(string.Join(',', Cells(row).Select(Quote)).AsMemory(), cancellationToken);
        }

        static string Quote(string cell) => cell.AsSpan().IndexOfAny(",\"\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"")}\"";
    }

    private static string[] Cells(BulkRow row) => [row.Item, row.Status, row.Id ?? "", row.RequestId ?? "", row.Detail ?? ""];
}
