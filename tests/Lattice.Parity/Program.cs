using Lattice.Parity;
using Lattice.Parity.Comparing;

if (Options.Parse(args, Console.Error) is not { } options)
{
    return ExitCodes.Usage;
}

try
{
    KnownDifferences known = options.Differences is { } file
        ? KnownDifferences.Parse(await File.ReadAllTextAsync(file))
        : KnownDifferences.None;
    ParityReport report = await ParityRun.RunAsync(await File.ReadAllTextAsync(options.Spec), options.Server, known);
    report.Print(Console.Out, options.All);
    return report.Unknown.Any() ? ExitCodes.Differs : ExitCodes.Agrees;
}
catch (Exception exception) when (exception is InvalidDataException or HttpRequestException or IOException)
{
    Console.Error.WriteLine(exception.Message);
    return ExitCodes.NotCompared;
}
