using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Lattice.Stripe;
using Lattice.Stripe.TestHelpers;

namespace AdminCli;

internal sealed class SingleCommands(IStripeClient client, Reporter reporter)
{
    public async Task<int> ShareFileAsync(CliOptions options, CancellationToken cancellationToken)
    {
        var parameters = new FileLinkCreateParams
        {
            File = options.Argument,
            ExpiresAt = DateTimeOffset.UtcNow.AddDays(options.Days),
            Metadata = new() { ["created_by"] = Environment.UserName, ["purpose"] = options.Name ?? "evidence" },
        };
        FileLink link = await FileLink.CreateAsync(client, parameters, cancellationToken: cancellationToken);
        reporter.WriteResource(link, ("id", link.Id), ("file", link.File), ("expires", link.ExpiresAt));

        // The URL opens the file for anyone, so it goes to the clipboard and not to the screen or a log of the terminal.
        if (link.Url is not { } url || !await Clipboard.TryCopyAsync(url, cancellationToken))
        {
            await Console.Error.WriteLineAsync("The link could not be copied. Open it from the dashboard instead.");
            return ExitCode.SomeFailed;
        }

        await Console.Error.WriteLineAsync("The link is in the clipboard.");
        return ExitCode.Success;
    }

    public async Task<int> CreateClockAsync(CliOptions options, CancellationToken cancellationToken)
    {
        var time = DateTimeOffset.Parse(options.Argument, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        var parameters = new TestClockCreateParams { FrozenTime = time, Name = options.Name };
        var clock = (await TestClock.TryCreateAsync(client, parameters, cancellationToken: cancellationToken)).GetValueOrThrow();
        var state = clock.Status.Value switch
        {
            TestClockStatus.Ready => "ready",
            TestClockStatus.Advancing => $"on the way to {clock.StatusDetails.Advancing?.TargetFrozenTime:u}",
            TestClockStatus.InternalFailure => "broken",
            var other => other,
        };
        reporter.WriteResource(clock, ("id", clock.Id), ("time", clock.FrozenTime), ("state", state), ("deleted", clock.DeletesAfter));
        return clock.Status == TestClockStatus.InternalFailure ? ExitCode.SomeFailed : ExitCode.Success;
    }
}

internal static class Clipboard
{
    private static readonly string Program = OperatingSystem.IsWindows() ? "clip" : OperatingSystem.IsMacOS() ? "pbcopy" : "wl-copy";

    /// <summary>Passes the value through a pipe, because other users can see the arguments of a process.</summary>
    public static async Task<bool> TryCopyAsync(SecretString secret, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(Program) { RedirectStandardInput = true });
            if (process is null)
            {
                return false;
            }

            await process.StandardInput.WriteAsync(secret.Reveal());
            process.StandardInput.Close();
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
