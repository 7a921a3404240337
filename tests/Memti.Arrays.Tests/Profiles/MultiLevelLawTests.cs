using Memti.Abstractions;

namespace Memti.Arrays.Tests;

/// <summary>What more bits in a cell cost and save, in profile <c>memti</c>, over the cells that ship and any bits that they store.</summary>
public sealed class MultiLevelLawTests
{
    private const int Word = 64;

    /// <summary>Bits of one cell, from one to the most that it stores, of every cell that stores more than one.</summary>
    public static TheoryData<string, int> Steps => new(
        ((string[])["rram-1t1r-53f2", "rram-1t1r-20f2", "rram-crosspoint-4f2", "ctt-8f2", "ctt-1f2-optimistic", "fefet-103f2-sample-mlc"])
            .Select(ShippedCells.Named)
            .SelectMany(static cell => Enumerable.Range(2, cell.MaximumBitsPerCell - 1).Select(bits => (cell.Name, bits))));

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_read_of_as_many_cells_costs_no_less_with_more_bits_in_each(string cell, int bits)
    {
        double fewer = Best(cell, bits - 1, 1 << 18, ArrayTarget.ReadDynamicEnergy).ReadEnergy;

        Best(cell, bits, 1 << 18, ArrayTarget.ReadDynamicEnergy).ReadEnergy.ShouldBeGreaterThan(fewer);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void In_one_organisation_a_read_costs_at_least_the_comparators_that_it_takes_more(string cell, int bits)
    {
        Organisation organisation = Best(cell, bits, 1 << 16, ArrayTarget.ReadLatency).Organisation;
        SolvedBank more = Divided(cell, bits, organisation);
        SolvedBank fewer = Divided(cell, bits - 1, organisation);
        double single = Sensed(cell, 1);

        Sensed(cell, bits).ShouldBeGreaterThanOrEqualTo(((1 << bits) - 1) * single * (1 - 1e-12));
        (more.ReadEnergy - fewer.ReadEnergy).ShouldBeGreaterThanOrEqualTo(
            Word * (Sensed(cell, bits) - Sensed(cell, bits - 1)) * (1 - 1e-9));
        more.ReadLatency.ShouldBeGreaterThanOrEqualTo(fewer.ReadLatency * (1 - 1e-12));
        more.Area.ShouldBeGreaterThanOrEqualTo(fewer.Area * (1 - 1e-12));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void All_bits_of_a_cell_leave_it_on_the_wires(string cell, int bits)
    {
        Organisation organisation = Best(cell, bits, 1 << 18, ArrayTarget.ReadLatency).Organisation;
        SolvedBank one = Divided(cell, 1, organisation, 1 << 18);
        SolvedBank more = Divided(cell, bits, organisation, 1 << 18);

        if (one.HTreeEnergy > 0)
            more.HTreeEnergy.ShouldBeGreaterThan(one.HTreeEnergy * Math.Min(bits, 1.5));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void The_same_data_takes_no_more_area_with_more_bits_in_each_cell(string cell, int bits)
    {
        const long Data = 8 << 20;

        Area(cell, bits, Data).ShouldBeLessThanOrEqualTo(Area(cell, bits - 1, Data));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void The_same_data_leaks_no_more_with_more_bits_in_each_cell(string cell, int bits)
    {
        const long Data = 8 << 20;

        Leakage(cell, bits, Data).ShouldBeLessThanOrEqualTo(Leakage(cell, bits - 1, Data));
    }

    private static readonly ArraySolver Solver = new(ShippedCells.Named);

    private static double Area(string cell, int bits, long data) => Composed(cell, bits, data, ArrayTarget.Area).Area.SquareMetres;

    private static double Leakage(string cell, int bits, long data) => Composed(cell, bits, data, ArrayTarget.LeakagePower).Leakage.Watts;

    private static ArrayFigures Composed(string cell, int bits, long data, ArrayTarget target) =>
        Solver.Solve(new ArrayRequest(cell, bits, (data + bits - 1) / bits) { Target = target });

    private static SolvedBank Best(string cell, int bits, long cells, ArrayTarget target) => BankSolver.Solve(Request(cell, bits, cells)).Winners[target];

    private static SolvedBank Divided(string cell, int bits, Organisation organisation, long cells = 1 << 16) =>
        BankSolver.Evaluate(Request(cell, bits, cells), organisation, out Rejection? why).ShouldNotBeNull($"{why}");

    private static BankRequest Request(string cell, int bits, long cells) => new(ShippedCells.Named(cell), bits, cells, Word) { Profile = ArrayProfile.Memti };

    /// <summary>Energy to sense one cell in J.</summary>
    private static double Sensed(string cell, int bits)
    {
        Process process = Process.Of(22, DeviceRoadmap.LOP, 350);
        return SenseAmplifier.Of(process, ProfileRules.Memti, ShippedCells.Named(cell), bits, 1, 1e-6).Energy;
    }
}
