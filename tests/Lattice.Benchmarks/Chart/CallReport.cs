using System.Text.Json;

namespace Lattice.Benchmarks.Chart;

/// <summary>What BenchmarkDotNet has measured of one way to create an account link.</summary>
/// <param name="Nanoseconds">The median time of a call, which a busy moment of the machine moves least.</param>
/// <param name="Bytes">The bytes that a call allocates.</param>
/// <param name="BytesAsynchronous">The same if the handler completes asynchronously.</param>
internal sealed record CallMeasurement(double Nanoseconds, double Bytes, double BytesAsynchronous);

/// <summary>BenchmarkDotNet's report of <c>CallBenchmarks</c>.</summary>
/// <param name="Environment">The version of BenchmarkDotNet, the runtime, the processor, and the operating system.</param>
/// <param name="Calls">The measurements by the name of the benchmark.</param>
internal sealed record CallReport(string Environment, IReadOnlyDictionary<string, CallMeasurement> Calls)
{
    /// <summary>Where BenchmarkDotNet writes the report, below the current folder.</summary>
    public const string DefaultPath = "BenchmarkDotNet.Artifacts/results/Lattice.Benchmarks.Calls.CallBenchmarks-report-brief.json";

    /// <summary>Reads a report.</summary>
    /// <exception cref="InvalidDataException">The report does not exist, or it lacks a measurement.</exception>
    public static CallReport Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"{Path.GetFullPath(path)} does not exist. Measure first, in this folder, with --quick.");
        }

        using JsonDocument report = JsonDocument.Parse(File.ReadAllBytes(path));
        JsonElement host = report.RootElement.GetProperty("HostEnvironmentInfo");
        string[] environment =
        [
            $"BenchmarkDotNet {GetText(host, "BenchmarkDotNetVersion")}",
            GetText(host, "RuntimeVersion").Split(" (")[0], GetText(host, "ProcessorName"), GetText(host, "OsVersion"),
        ];
        JsonElement[] benchmarks = [.. report.RootElement.GetProperty("Benchmarks").EnumerateArray()];
        return new CallReport(
            string.Join(", ", environment),
            benchmarks.GroupBy(benchmark => GetText(benchmark, "Method")).ToDictionary(
                method => method.Key,
                method => new CallMeasurement(
                    GetNumber(Find(method, yields: false), "Statistics", "Median"),
                    GetNumber(Find(method, yields: false), "Memory", "BytesAllocatedPerOperation"),
                    GetNumber(Find(method, yields: true), "Memory", "BytesAllocatedPerOperation"))));
    }

    private static JsonElement Find(IGrouping<string, JsonElement> method, bool yields)
    {
        JsonElement found = method.SingleOrDefault(benchmark => GetText(benchmark, "Parameters") == $"Yields={yields}");
        return found.ValueKind == JsonValueKind.Object ? found
            : throw new InvalidDataException($"The report has no measurement of {method.Key} with Yields={yields}. Measure again.");
    }

    private static double GetNumber(JsonElement benchmark, string group, string name) =>
        benchmark.TryGetProperty(group, out JsonElement values) && values.ValueKind == JsonValueKind.Object
            && values.GetProperty(name) is { ValueKind: JsonValueKind.Number } number
                ? number.GetDouble()
                : throw new InvalidDataException($"The report has no {group}.{name} of {GetText(benchmark, "FullName")}. Measure again.");

    private static string GetText(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
