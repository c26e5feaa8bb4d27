using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Lattice.Slice.Commands;
using Lattice.Slice.Output;

namespace Lattice.Slice.Tests.Support;

/// <summary>A running <c>lattice serve</c>, on a free port.</summary>
internal sealed partial class RunningServer : IAsyncDisposable
{
    public const string Key = "sk_test_planted0123456789";

    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _stop = new();
    private readonly Output _output = new();
    private readonly Task<int> _command;

    private RunningServer(string[] args)
    {
        var report = new PlainReport(_output, new ErrorOutput(_output));
        _command = LatticeCommand.RunAsync(["serve", "--port", "0", .. args], report, _output, _output, _stop.Token);
    }

    public Uri Address { get; private set; } = null!;

    public static async Task<RunningServer> StartAsync(params string[] args)
    {
        var server = new RunningServer(args);
        await Task.WhenAny(server._output.FirstLine, server._command).WaitAsync(s_timeout);
        server.Address = new Uri(HttpAddress().Match(server._output.ToString()).Value);
        return server;
    }

    public async Task<HttpStatusCode> PostAsync(string path, string form)
    {
        using var http = new HttpClient { BaseAddress = Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        using var body = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        using HttpResponseMessage response = await http.PostAsync(new Uri(path, UriKind.Relative), body);
        return response.StatusCode;
    }

    /// <summary>Stops the server as Ctrl+C does, and returns its output.</summary>
    public async Task<string> EndAsync()
    {
        await _stop.CancelAsync();
        Assert.Equal(0, await _command.WaitAsync(s_timeout));
        return _output.ToString().ReplaceLineEndings("\n");
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _command;
        _stop.Dispose();
        await _output.DisposeAsync();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/")]
    private static partial Regex HttpAddress();

    private sealed class Output : StringWriter
    {
        private readonly TaskCompletionSource _firstLine = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task FirstLine => _firstLine.Task;

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            _firstLine.TrySetResult();
        }
    }
}
