using System.Text;
using Lattice.Slice.Commands;
using Lattice.Slice.Output;

Console.OutputEncoding = Encoding.UTF8;
return await LatticeCommand.RunAsync(args, ConsoleReport.Create(), Console.Out, Console.Error);
