using System.CommandLine;
using Memti.Arrays.Cells;
using Memti.Host.Rendering;
using Memti.Plugins.Catalog;

namespace Memti.Host.Commands;

/// <summary><c>memti cells</c>: lists the memory cells, and prints the numbers of one with their sources.</summary>
internal static class CellsCommand
{
    private static readonly Argument<string> Name = new("cell")
    {
        Description = "Name of a cell, a memory kind for its default cell, or the path of a *.memcell.yaml."
    };

    private static readonly Option<string> Format = FormatOption.TableJsonCsv();

    public static Command Create()
    {
        var list = new Command(
            "list", "List the cells in the folders of plugins, in the folder cells of the executable, and in --plugin-path.") { Format };
        list.SetAction(static parsed => List(parsed));
        var describe = new Command("describe", "Print every number of a cell: key, unit, value, status and source.") { Name };
        describe.SetAction(static parsed => Describe(parsed));
        return new Command("cells", "List and describe memory cells.") { list, describe };
    }

    private static int List(ParseResult parsed)
    {
        CellCatalog catalog = CellSession.Open(parsed, out int exitCode);
        Console.Out.Write(parsed.GetValue(Format) switch
        {
            "json" => CellList.Json(catalog.Cells),
            "csv" => CellList.Csv(catalog.Cells),
            _ => CellList.Table(catalog.Cells),
        });
        return exitCode;
    }

    private static int Describe(ParseResult parsed)
    {
        string name = parsed.GetRequiredValue(Name);
        CellCatalog catalog = CellSession.Open(parsed, out int exitCode);
        if (CellFile.IsCell(name))
            return DescribeFile(CellReader.ReadFile(name), exitCode);
        Console.Out.Write(CellDescription.Of(catalog.File(name)));
        return exitCode;
    }

    private static int DescribeFile(CellResult result, int exitCode)
    {
        DiagnosticPrinter.Print(Console.Error, result.Findings);
        if (result.File is not { } file)
            return ExitCode.Findings;
        Console.Out.Write(CellDescription.Of(file));
        return exitCode;
    }
}
