using System.Text;
using Lattice.Slice.Commands;
using Lattice.Slice.Output;
using Spectre.Console;

Console.OutputEncoding = Encoding.UTF8;
IReport report = Console.IsOutputRedirected ? new PlainReport(Console.Out) : new TerminalReport(AnsiConsole.Console);
return await LatticeCommand.RunAsync(args, report, Console.Out, Console.Error);
