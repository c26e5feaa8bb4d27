using Lattice.Conformance;
using Lattice.Conformance.Reporting;

if (Options.Parse(args, Console.Error) is not { } options)
{
    return ExitCodes.Usage;
}

Report report = await ConformanceRun.RunAsync(options, Console.Error);
ReportPrinter.Print(report, options.All, Console.Out);
return report.Mismatches.Count == 0 ? ExitCodes.Conforms : ExitCodes.Mismatches;
