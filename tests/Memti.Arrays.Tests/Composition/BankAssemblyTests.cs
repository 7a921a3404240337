using Memti.Abstractions.Arrays;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Tests.Search;

namespace Memti.Arrays.Tests.Composition;

public sealed class BankAssemblyTests
{
    private static readonly ArraySolver Solver = new(ShippedCells.Named);

    /// <summary>256 Ki cells and 128 Ki and 16 Ki, or 512 Ki in one bank.</summary>
    private static readonly ArrayRequest Odd = new("rram-1t1r-20f2", BitsPerCell: 1, 400_000) { WordCells = 256, Banks = BankRule.Binary };

    [Fact]
    public void A_memory_chosen_for_leakage_is_one_bank_where_three_leak_more()
    {
        ArrayFigures leakage = Solver.Solve(Odd with { Target = ArrayTarget.LeakagePower });

        leakage.Banks.ShouldBe(1);
        leakage.Leakage.ShouldBeLessThan(Solver.Solve(Odd).Leakage);
        Solver.Solve(Odd).Banks.ShouldBe(3);
    }

    [Theory]
    [InlineData(ArrayTarget.Area)]
    [InlineData(ArrayTarget.LeakagePower)]
    public void Falling_banks_never_come_to_more_than_one_bank_in_what_the_memory_is_chosen_for(ArrayTarget target)
    {
        foreach (string cell in (string[])["rram-1t1r-20f2", "rram-crosspoint-4f2", "sram-146f2"])
        {
            ArrayRequest falling = Odd with { Cell = cell, Target = target };
            Figure(falling).ShouldBeLessThanOrEqualTo(Figure(falling with { Banks = BankRule.Equal }) * (1 + 1e-12), cell);
        }

        double Figure(ArrayRequest request) =>
            Solver.Solve(request) is var solved && target == ArrayTarget.Area ? solved.Area.SquareMetres : solved.Leakage.Watts;
    }

    [Fact]
    public void A_remainder_reads_no_slower_than_the_largest_bank()
    {
        ArrayRequest largest = Odd with { Cells = 256 << 10 };

        Solver.Solve(Odd).ReadLatency.ShouldBe(Solver.Solve(largest).ReadLatency);
    }

    [Theory]
    [InlineData("sram-146f2", 1)]
    [InlineData("ctt-8f2", 1)]
    [InlineData("rram-1t1r-20f2", 1)]
    [InlineData("rram-1t1r-20f2", 3)]
    [InlineData("ctt-8f2", 4)]
    public void Rules_that_are_left_out_are_the_same_for_every_cell_and_any_bits_per_cell(string cell, int bits) =>
        Solver.Solve(new ArrayRequest(cell, bits, 16384)).Organisation.ShouldContain("(memti, read_latency;");

    [Fact]
    public void More_bits_than_a_cell_has_levels_for_are_refused_with_key_and_range()
    {
        Diagnostic finding = Should.Throw<MemtiException>(() => Solver.Solve(new ArrayRequest("rram-1t1r-20f2", 4, 16384))).Diagnostic;
        (finding.Code, finding.Key, finding.Value, finding.Permitted).ShouldBe(
            (DiagnosticCode.ValueOutOfRange, "bits_per_cell", "4", "1 to 3"));
    }
}
