using Memti.Abstractions;

namespace Memti.Arrays.Tests;

public sealed class TabulatedArraysTests
{
    private const long Mi = 1048576;
    private static readonly TabulatedArrays Arrays = new();

    [Theory]
    [InlineData("sram-146f2", 1, 8 * Mi, 0.822821, 31.37)] // NVSim, SRAM, 1 MB, ReadLatency
    [InlineData("sram-146f2", 1, 4 * Mi, 0.565253, 24.781)] // NVSim, SRAM, 512 KB, ReadLatency
    [InlineData("rram-1t1r-53f2", 1, 16 * Mi, 0.622547, 11.579)] // NVSim, RRAM1T1R53F2, 2 MB, ReadLatency
    [InlineData("rram-1t1r-20f2", 3, 16 * Mi, 0.317832, 12.96)] // the multi-level fork, 2 MB of cells, ReadLatency
    public void A_tabulated_bank_gives_the_figures_of_its_run(string cell, int bits, long cells, double squareMillimetres, double milliwatts)
    {
        ArrayFigures array = Arrays.Solve(new ArrayRequest(cell, bits, cells));
        array.Area.SquareMillimetres.ShouldBe(squareMillimetres, 1e-9);
        array.Leakage.Milliwatts.ShouldBe(milliwatts, 1e-9);
        array.Banks.ShouldBe(1);
    }

    [Fact]
    public void Six_and_a_half_mebibytes_of_sram_are_eight_banks_of_one()
    {
        ArrayFigures array = Arrays.Solve(new ArrayRequest("sram-146f2", 1, 52 * Mi) { MaximumBankCells = 8 * Mi });
        array.Banks.ShouldBe(8);
        array.Area.SquareMillimetres.ShouldBe(6.58, 0.01); // Donato et al. 2019, Table 2: 6.55
    }

    [Fact]
    public void A_bank_below_the_smallest_run_is_scaled_by_its_cells_and_says_so()
    {
        ArrayFigures half = Arrays.Solve(new ArrayRequest("rram-1t1r-20f2", 3, 8 * Mi));
        half.Area.SquareMillimetres.ShouldBe(0.317832 / 2, 1e-9);
        half.Organisation.ShouldContain("scaled from 16");
    }

    [Fact]
    public void Levels_without_a_run_use_the_nearest_periphery_and_count_as_assumed()
    {
        ArrayFigures array = Arrays.Solve(new ArrayRequest("rram-1t1r-20f2", 2, 16 * Mi));
        array.Status.ShouldBe(NumberStatus.Assumed);
        array.Organisation.ShouldContain("periphery of 3 bit/cell");
    }

    [Fact]
    public void More_cells_never_take_less_area_or_leak_less() =>
        Prop.ForAll<PositiveInt, PositiveInt>(static (first, second) =>
        {
            ArrayFigures small = Solve(Math.Min(first.Get, second.Get));
            ArrayFigures large = Solve(Math.Max(first.Get, second.Get));
            return small.Area <= large.Area && small.Leakage <= large.Leakage;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("sram-146f2", 1, 350)]
    [InlineData("rram-crosspoint-4f2", 2, 350)]
    [InlineData("rram-1t1r-53f2", 3, 350)]
    public void Every_target_of_every_cell_is_known(string cell, int bits, double kelvin)
    {
        foreach (ArrayTarget target in Enum.GetValues<ArrayTarget>())
            Arrays.Solve(new ArrayRequest(cell, bits, Mi) { Target = target, TemperatureKelvin = kelvin }).Cells.ShouldBe(Mi);
    }

    [Theory]
    [InlineData("flux-capacitor", 22)]
    [InlineData("sram-146f2", 7)]
    public void An_unknown_cell_or_node_is_refused_with_what_is_known(string cell, int node)
    {
        Diagnostic finding = Should.Throw<MemtiException>(() => Arrays.Solve(new ArrayRequest(cell, 1, Mi) { NodeNanometres = node })).Diagnostic;
        finding.Code.ShouldBe(DiagnosticCode.NoArray);
        finding.Permitted.ShouldNotBeNull().ShouldContain("rram-1t1r-20f2");
    }

    [Fact]
    public void An_absurd_capacity_is_refused_instead_of_composed() =>
        Should.Throw<MemtiException>(() => Arrays.Solve(new ArrayRequest("sram-146f2", 1, long.MaxValue / 4))).Diagnostic.Code.ShouldBe(DiagnosticCode.NoArray);

    private static ArrayFigures Solve(int thousandCells) => Arrays.Solve(new ArrayRequest("sram-146f2", 1, thousandCells * 100_000L) { MaximumBankCells = 8 * Mi });
}
