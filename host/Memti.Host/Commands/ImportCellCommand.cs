using System.CommandLine;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Arrays.NvsimCells;
using Memti.Documents.Numbers;
using Memti.Host.Rendering;

namespace Memti.Host.Commands;

/// <summary><c>memti import-cell</c>: converts a cell file of NVSim.</summary>
internal static class ImportCellCommand
{
    private static readonly Argument<string> Source = new("file")
    {
        Description = "Cell file of NVSim or of its multi-level fork (*.cell)."
    };

    private static readonly Option<string?> Name = new("--name")
    {
        Description = "Name of the cell. [default: the name of the file]",
        HelpName = "NAME"
    };

    private static readonly Option<string> Status = new("--status")
    {
        Description = "Status of all numbers: how well they are known.",
        DefaultValueFactory = static _ => StatusWord.Of(NumberStatus.Published),
    };

    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "Write the cell to this file (*.memcell.yaml) instead of standard output. A failure leaves no partial file.",
        HelpName = "FILE",
    };

    private static readonly Option<bool> Force = new("--force") { Description = "Overwrite the output file if it exists." };

    public static Command Create()
    {
        Status.AcceptOnlyFromAmong([.. StatusWord.All]);
        var command = new Command(
            "import-cell",
            "Convert a cell file of NVSim to a *.memcell.yaml. Lines without a counterpart are left out with a warning.") {
                Source,
                Name,
                Status,
                Output,
                Force
            };
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
        // A cell file may have been edited by hand since the last import.
        if (output is not null && File.Exists(output) && !parsed.GetValue(Force))
            throw new MemtiException(
                new Diagnostic(DiagnosticCode.OutputUnwritable, "the file is there already; --force overwrites it.") { File = output });
        OutputFile.Write(output, import.Text, Console.Out);
        return ExitCode.Done;
    }
}
