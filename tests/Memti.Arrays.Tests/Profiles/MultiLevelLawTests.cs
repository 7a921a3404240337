using Memti.Abstractions.Arrays;
using Memti.Arrays.Banks;
using Memti.Arrays.Circuits;
using Memti.Arrays.Organisations;
using Memti.Arrays.Profiles;
using Memti.Arrays.Search;
using Memti.Arrays.Technology;
using Memti.Arrays.Tests.Search;

namespace Memti.Arrays.Tests.Profiles;

/// <summary>
/// What more bits in a cell cost and save, in profile <c>memti</c>, over the cells that ship and any bits that they store.
/// </summary>
public sealed class MultiLevelLawTests
{
    private const int Word = 64;

    /// <summary>Bits of one cell, from one to the most that it stores, of every cell that stores more than one.</summary>
    public static IEnumerable<object[]> Steps =>
        ((string[])["rram-1t1r-53f2", "rram-1t1r-20f2", "rram-crosspoint-4f2", "ctt-8f2", "ctt-1f2-optimistic", "fefet-103f2-sample-mlc"])
            .Select(ShippedCells.Named)
            .SelectMany(static cell => Enumerable.Range(2, cell.MaximumBitsPerCell - 1).Select(bits => new object[] { cell.Name, bits }));

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
        (SolvedBank fewer, SolvedBank more) = InOneOrganisation(cell, bits - 1, bits);

        Sensed(cell, bits).ShouldBeGreaterThanOrEqualTo(((1 << bits) - 1) * Sensed(cell, 1) * (1 - 1e-12));
        (more.ReadEnergy - fewer.ReadEnergy)
            .ShouldBeGreaterThanOrEqualTo(Word * (Sensed(cell, bits) - Sensed(cell, bits - 1)) * (1 - 1e-9));
        more.ReadLatency.ShouldBeGreaterThanOrEqualTo(fewer.ReadLatency * (1 - 1e-12));
        more.Area.ShouldBeGreaterThanOrEqualTo(fewer.Area * (1 - 1e-12));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void All_bits_of_a_cell_leave_it_on_the_wires(string cell, int bits)
    {
        const int AddressBits = 12; // of 4096 words
        (SolvedBank fewer, SolvedBank more) = InOneOrganisation(cell, bits - 1, bits);

        // Wires over mats that are no smaller, which carry each address bit once and each cell of a word with all its bits; where the
        // tree has split, there are fewer cells to each address.
        double times = (AddressBits + ((double)Word * bits)) / (AddressBits + (Word * (bits - 1)));
        more.HTreeEnergy.ShouldBeGreaterThanOrEqualTo(fewer.HTreeEnergy * (1 + (0.8 * (times - 1))));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void The_same_data_takes_no_more_area_with_more_bits_in_each_cell_when_one_comparator_decides_bit_by_bit(string cell, int bits)
    {
        long data = (3L << bits) * Word << 12; // fills banks of three times a power of two of words with either number of bits

        SmallestBank(cell, bits, data, SensingScheme.Sequential)
            .ShouldBeLessThanOrEqualTo(SmallestBank(cell, bits - 1, data, SensingScheme.Sequential));
    }

    [Theory] // smaller cells save less than the comparators take that decide at once
    [InlineData("rram-1t1r-53f2", 2)]
    [InlineData("rram-1t1r-53f2", 3)]
    [InlineData("rram-1t1r-20f2", 2)]
    [InlineData("rram-1t1r-20f2", 3)]
    [InlineData("fefet-103f2-sample-mlc", 2)]
    public void The_same_data_takes_no_more_area_with_more_bits_in_each_cell_of_one_transistor(string cell, int bits) =>
        Area(cell, bits, 8 << 20).ShouldBeLessThanOrEqualTo(Area(cell, bits - 1, 8 << 20));

    [Theory]
    [MemberData(nameof(Steps))]
    public void The_same_data_leaks_no_more_with_more_bits_in_each_cell(string cell, int bits) =>
        Leakage(cell, bits, 8 << 20).ShouldBeLessThanOrEqualTo(Leakage(cell, bits - 1, 8 << 20) * 1.01);

    private static readonly ArraySolver Solver = new(ShippedCells.Named);

    /// <summary>Area of the smallest bank, its cells as many as hold the data.</summary>
    private static double SmallestBank(string cell, int bits, long data, SensingScheme sensing)
    {
        long words = (long)System.Numerics.BitOperations.RoundUpToPowerOf2((ulong)((data / bits / Word) + 1));
        return BankSolver.Solve(Request(cell, bits, words * Word) with { Sensing = sensing }).Winners[ArrayTarget.Area].Area;
    }

    /// <summary>
    /// A bank with fewer and with more bits in each cell, divided alike: by the first winner for which both can be built.
    /// </summary>
    private static (SolvedBank Fewer, SolvedBank More) InOneOrganisation(string cell, int fewer, int more) =>
        BankSolver.Solve(Request(cell, more, 1 << 18)).Winners.Values.Concat(BankSolver.Solve(Request(cell, fewer, 1 << 18)).Winners.Values)
            .Where(static bank => bank.HTreeEnergy > 0)
            .Select(bank => (Fewer: Divided(cell, fewer, bank.Organisation), More: Divided(cell, more, bank.Organisation)))
            .Where(static pair => pair is { Fewer: not null, More: not null })
            .Select(static pair => (pair.Fewer!, pair.More!))
            .First();

    private static double Area(string cell, int bits, long data) => Composed(cell, bits, data, ArrayTarget.Area).Area.SquareMetres;

    private static double Leakage(string cell, int bits, long data) => Composed(cell, bits, data, ArrayTarget.LeakagePower).Leakage.Watts;

    private static ArrayFigures Composed(string cell, int bits, long data, ArrayTarget target) =>
        Solver.Solve(new ArrayRequest(cell, bits, (data + bits - 1) / bits) { Target = target });

    private static SolvedBank Best(string cell, int bits, long cells, ArrayTarget target) =>
        BankSolver.Solve(Request(cell, bits, cells)).Winners[target];

    private static SolvedBank? Divided(string cell, int bits, Organisation organisation) =>
        BankSolver.Evaluate(Request(cell, bits, 1 << 18), organisation, out _);

    private static BankRequest Request(string cell, int bits, long cells) =>
        new(ShippedCells.Named(cell), bits, cells, Word) { Profile = ArrayProfile.Memti };

    /// <summary>Energy to sense one cell in J.</summary>
    private static double Sensed(string cell, int bits)
    {
        Process process = Process.Of(22, DeviceRoadmap.LOP, 350);
        return SenseAmplifier.Of(process, ProfileRules.Memti, ShippedCells.Named(cell), bits, 1, 1e-6).Energy;
    }
}
