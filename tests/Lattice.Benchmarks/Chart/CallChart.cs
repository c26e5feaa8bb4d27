using System.Net;
using System.Text;

namespace Lattice.Benchmarks.Chart;

/// <summary>Draws the report of <c>CallBenchmarks</c> as the SVG of the README, with bars for the ratios to the floor.</summary>
internal sealed class CallChart(CallReport report)
{
    private const int Width = 760;
    private const int BarLeft = 190;
    private const int LongestBar = 430;
    private const int RowHeight = 24;
    private const int PanelTop = 84;
    private const int PanelHeight = 178;

    // The benchmarks in the order of the chart, with the names that readers know.
    private static readonly (string Method, string Label)[] s_rows =
    [
        ("Floor", "floor, by hand"), ("Careful", "careful, by hand"), ("Lattice", "Lattice"),
        ("LatticeOverHttpClient", "Lattice over HttpClient"), ("StripeNet", "Stripe.net"),
    ];

    private CallMeasurement Floor => Get("Floor");

    /// <summary>The chart.</summary>
    public string ToSvg()
    {
        string time = Draw(
            PanelTop, $"Time per call; the floor takes {Microseconds(Floor.Nanoseconds)}", call => call.Nanoseconds, Microseconds);
        string memory = Draw(
            PanelTop + PanelHeight, $"Memory that a call allocates; the floor allocates {Bytes(Floor.Bytes)}", call => call.Bytes, Bytes);
        const int Height = PanelTop + (2 * PanelHeight);
        return $$"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{{Width}}" height="{{Height}}" viewBox="0 0 {{Width}} {{Height}}" role="img">
            <title>One call that creates an account link, compared with a floor written by hand</title>
            <style>
              svg { --back: #ffffff; --text: #1f2328; --soft: #59636e; --bar: #afb8c1; --own: #0969da; }
              @media (prefers-color-scheme: dark) {
                svg { --back: #0d1117; --text: #f0f6fc; --soft: #9198a1; --bar: #59636e; --own: #4493f8; }
              }
              text { font: 14px system-ui, "Segoe UI", "Helvetica Neue", sans-serif; fill: var(--text); }
              .title { font-size: 17px; font-weight: 600; } .panel { font-weight: 600; } .label { text-anchor: end; }
              .soft { font-size: 12px; fill: var(--soft); } .bar { fill: var(--bar); } .own { fill: var(--own); }
              .one { stroke: var(--soft); stroke-dasharray: 3 3; }
            </style>
            <rect width="{{Width}}" height="{{Height}}" rx="6" style="fill: var(--back)"/>
            <text class="title" x="20" y="30">One call that creates an account link, as ratios to a floor written by hand</text>
            <text class="soft" x="20" y="50">Shorter is better. The handler is in memory and responds at once.</text>
            {{time}}{{memory}}<text class="soft" x="20" y="{{Height - 16}}">{{WebUtility.HtmlEncode(report.Environment)}}</text>
            </svg>

            """;
    }

    /// <summary>The same numbers as the rows of the README's table.</summary>
    public string ToMarkdown()
    {
        var rows = new StringBuilder();
        foreach ((string method, string label) in s_rows)
        {
            CallMeasurement call = Get(method);
            rows.Append(method == "Floor"
                ? $"| {label} | {Microseconds(call.Nanoseconds)} | {call.Bytes:N0} | {call.BytesAsynchronous:N0} |\n"
                : $"| {label} | {Ratio(call.Nanoseconds / Floor.Nanoseconds)} | {Ratio(call.Bytes / Floor.Bytes)} "
                    + $"| {Ratio(call.BytesAsynchronous / Floor.BytesAsynchronous)} |\n");
        }

        return rows.ToString();
    }

    private string Draw(int top, string title, Func<CallMeasurement, double> select, Func<double, string> format)
    {
        double floor = select(Floor);
        double scale = LongestBar / s_rows.Max(row => select(Get(row.Method)));
        var panel = new StringBuilder($"""<text class="panel" x="20" y="{top}">{title}</text>""").Append('\n');
        int y = top + 14;
        foreach ((string method, string label) in s_rows)
        {
            double value = select(Get(method));
            string style = method.StartsWith("Lattice", StringComparison.Ordinal) ? "own" : "bar";
            panel.Append($"""
                <text class="label" x="{BarLeft - 10}" y="{y + 15}">{label}</text>
                <rect class="{style}" x="{BarLeft}" y="{y + 2}" width="{value * scale:0.#}" height="{RowHeight - 6}" rx="2"/>
                <text x="{BarLeft + (value * scale) + 8:0.#}" y="{y + 15}">{Ratio(value / floor)} <tspan class="soft">{format(value)}</tspan></text>

                """);
            y += RowHeight;
        }

        string one = $"{BarLeft + (floor * scale):0.#}";
        return panel.Append($"""<path class="one" d="M{one} {top + 12}V{y}"/>""").Append('\n').ToString();
    }

    private CallMeasurement Get(string method) => report.Calls.TryGetValue(method, out CallMeasurement? call) ? call
        : throw new InvalidDataException($"The report has no measurement of {method}. Measure again, without a filter.");

    private static string Microseconds(double nanoseconds) => $"{nanoseconds / 1000:0.00} µs";

    private static string Bytes(double bytes) => $"{bytes:N0} bytes";

    private static string Ratio(double ratio) => ratio < 10 ? $"{ratio:0.00}" : $"{ratio:0.0}";
}
