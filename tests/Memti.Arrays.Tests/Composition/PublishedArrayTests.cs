using Memti.Abstractions.Arrays;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Tests.Search;

namespace Memti.Arrays.Tests.Composition;

/// <summary>
/// Weight memories of Donato et al., IEEE Micro 2019, Table 2, of the cells that ship, by the rules of NVSim and of its multi-level fork.
/// Weights of 8 bits lie in three RRAM cells (2 + 3 + 3 bits); the network has 5,832,544 B of weights in SRAM and 17,420,832 cells in
/// RRAM, three sets of adapters 678,660 B each.
/// </summary>
public sealed class PublishedArrayTests
{
    private const long Bank = 16 << 20;

    private static readonly ArraySolver Arrays = new(ShippedCells.Named);

    [Fact]
    public void All_SRAM_takes_the_published_area() => Sram(5_832_544).ShouldBe(6.55, 0.655);

    [Fact]
    public void All_RRAM_takes_the_published_area() => EightLevels().ShouldBe(0.347, 0.0347);

    [Fact]
    public void RRAM_with_adapters_in_SRAM_takes_the_published_area() => (EightLevels() + Sram(678_660)).ShouldBe(1.16, 0.116);

    [Fact]
    public void RRAM_with_adapters_in_single_level_RRAM_takes_the_published_area() => (EightLevels() + SingleLevel()).ShouldBe(1.0, 0.1);

    // 8 bits in four cells of four levels rather than three of eight; MEMTI then has 1.33 mm2 of weight memory, 14 % above the published
    [Fact]
    public void Four_levels_in_the_same_cell_take_half_as_much_area_again()
    {
        double four = Rram("rram-1t1r-20f2", 2, 17_420_832 / 3 * 4);

        four.ShouldBe(0.504, 0.001);
        (four / EightLevels()).ShouldBe(1.48, 0.01);
    }

    [Fact]
    public void An_array_that_nothing_fits_is_refused_with_the_reasons()
    {
        Diagnostic finding = Should.Throw<MemtiException>(() => Arrays.Solve(new ArrayRequest("PCRAMsample", 1, 1 << 20))).Diagnostic;

        (finding.Code, finding.Value).ShouldBe((DiagnosticCode.NoArray, "PCRAMsample"));
    }

    [Fact]
    public void An_array_is_the_same_for_all_who_ask_at_once()
    {
        ArrayRequest request = new("rram-1t1r-53f2", 1, 100_000);
        ArraySolver shared = new(ShippedCells.Named);
        ArrayFigures[] figures = new ArrayFigures[4];
        Parallel.For(0, figures.Length, index => figures[index] = shared.Solve(request));

        figures.ShouldAllBe(one => one == new ArraySolver(ShippedCells.Named).Solve(request));
    }

    private static double EightLevels() => Rram("rram-1t1r-20f2", 3, 17_420_832);

    private static double SingleLevel() => Rram("rram-1t1r-53f2", 1, 678_660 * 8 * 3, ArrayProfile.Nvsim2012);

    private static double Rram(string cell, int bits, long cells, ArrayProfile profile = ArrayProfile.NvsimMerged) =>
        Arrays.Solve(new ArrayRequest(cell, bits, cells)
        {
            Profile = profile,
            MaximumBankCells = Bank,
            WordCells = 256,
        }).Area.SquareMillimetres;

    private static double Sram(long bytes) => Arrays.Solve(
        new ArrayRequest("sram-146f2", 1, bytes * 8)
        {
            Profile = ArrayProfile.Nvsim2012,
            MaximumBankCells = 8 << 20
        }).Area.SquareMillimetres;
}
