using Lattice.Fuzz;

if (Options.IsHelp(args))
{
    Console.WriteLine(Options.Usage);
    return ExitCodes.NothingFound;
}

if (Options.Parse(args, Console.Error) is not { } options)
{
    return ExitCodes.Usage;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, interrupt) =>
{
    // What was found so far is reported.
    interrupt.Cancel = true;
    stop.Cancel();
};
int findings = await FuzzRun.RunAsync(options, Console.Out, stop.Token);
return findings == 0 ? ExitCodes.NothingFound : ExitCodes.Found;
