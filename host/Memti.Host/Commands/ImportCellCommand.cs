using System.CommandLine;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Arrays.NvsimCells;
using Memti.Documents.Numbers;
using Memti.Host.Rendering;

namespace Memti.Host.Commands;

/// <summary><c>memti import-cell</c>: makes a cell file of one of NVSim's.</summary>
internal static class ImportCellCommand
{
    private static readonly Argument<string> Source = new("file") { Description = "Cell file of NVSim or of its multi-level fork (*.cell)." };

    private static readonly Option<string?> Name = new("--name") { Description = "Name of the cell; default: the name of the file.", HelpName = "NAME" };

    private static readonly Option<string> Status = new("--status")
    {
        Description = "How well the numbers are known.",
        DefaultValueFactory = static _ => StatusWord.Of(NumberStatus.Published),
    };

    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "Write the cell to this file (*.memcell.yaml), whole or not at all, instead of standard output.",
        HelpName = "FILE",
    };

    private static readonly Option<bool> Force = new("--force") { Description = "Overwrite the output file when it is there." };

    public static Command Create()
    {
        Status.AcceptOnlyFromAmong([.. StatusWord.All]);
        var command = new Command("import-cell", "Turn a cell file of NVSim into a *.memcell.yaml. What has no counterpart is left out with a warning.") { Source, Name, Status, Output, Force };
        command.SetAction(static parsed => Import(parsed));
        return command;
    }

    private static int Import(ParseResult parsed)
    {
        var status = (NumberStatus)StatusWord.All.ToList().IndexOf(parsed.GetRequiredValue(Status));
        CellImport import = NvsimCellReader.ReadFile(parsed.GetRequiredValue(Source), parsed.GetValue(Name), status);
        DiagnosticPrinter.Print(Console.Error, import.Findings);
        if (import.Text is null)
            return ExitCode.Findings;
        string? output = parsed.GetValue(Output);
        if (output is not null && File.Exists(output) && !parsed.GetValue(Force))
            throw new MemtiException(new Diagnostic(DiagnosticCode.OutputUnwritable, "the file is there already; --force overwrites it.") { File = output });
        OutputFile.Write(output, import.Text, Console.Out);
        return ExitCode.Done;
    }
}
