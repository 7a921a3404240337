using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Cells;
using Memti.Arrays.NvsimCells;

namespace Memti.Arrays.Tests.Cells;

/// <summary>Broken cell files, Memti's own and those of NVSim, give a cell or findings.</summary>
public sealed class CellFuzzTests
{
    private const string Nvsim = """
        -MemCellType: MLCRRAM   // a fork's word
        -CellArea (F^2): 20
        -CellAspectRatio: 1
        -ResistanceOn (ohm): 100000
        -ResistanceOff (ohm): 1e6
        -CapacitanceOn (F): 1e-16
        -ReadMode: current
        -ReadVoltage (V): 0.4
        -ReadPower (uW): 0.16
        -ResetMode: voltage
        -ResetVoltage (V): 2.0   # comment
        -ResetPulse (ns): 10
        -ResetEnergy (pJ): 0.6
        -SetMode: voltage
        -SetVoltage (V): 2.0
        -SetPulse (ns): 10
        -SetEnergy (pJ): 0.6
        -AccessType: CMOS
        -AccessCMOSWidth (F): 6

        """;

    private static string[] Shipped =>
    [
        .. Directory.EnumerateFiles(RepositoryFiles.Of("plugins"), "*.memcell.yaml", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(RepositoryFiles.Of("samples"), "*.memcell.yaml", SearchOption.AllDirectories))
            .Where(static file => !file.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj"]).Any())
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText),
    ];

    [Fact]
    public void Broken_cell_files_give_a_cell_or_findings() => FuzzedReader.Read(1, Shipped, Read);

    [Fact]
    public void Oversized_cell_files_give_findings() => FuzzedReader.ReadOversized(Shipped[0], Read);

    [Fact]
    public void Broken_cells_of_NVSim_give_a_cell_or_findings() =>
        FuzzedReader.Read(2, [Nvsim, "-MemCellType: SRAM\n-CellArea (F^2): 146\n-AccessCMOSWidth (F): 1.31\n"], Import);

    [Fact]
    public void Oversized_cells_of_NVSim_give_findings() => FuzzedReader.ReadOversized(Nvsim, Import);

    private static void Read(string text)
    {
        CellResult result = CellReader.ReadText(text, "a.memcell.yaml");
        (result.File is null).ShouldBe(result.Findings.Any(static finding => finding.Severity == Severity.Error));
    }

    private static void Import(string text)
    {
        CellImport import = NvsimCellReader.ReadText(text, "a.cell");
        (import.Text is null).ShouldBe(import.Findings.Any(static finding => finding.Severity == Severity.Error));
    }
}
