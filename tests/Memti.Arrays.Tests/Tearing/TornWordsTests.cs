using System.Buffers.Binary;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Randomness;
using Memti.Abstractions.Units;
using Memti.Arrays.Tearing;

namespace Memti.Arrays.Tests.Tearing;

public sealed class TornWordsTests
{
    private const uint Old = 0x5a3c96e1;
    private const uint New = 0xa7138c4f;

    private static readonly Philox Draws = Philox.Named(1, "torn");

    // Levels of three bits so far apart that a cell on a level reads as that level.
    private static readonly LevelTable Sharp = new(
        3, [.. Enumerable.Range(0, 8).Select(static level => level / 7.0)], [.. Enumerable.Repeat(1e-4, 8)], NumberStatus.Assumed, "tests");

    // The first cell of a byte takes the remainder of eight bits.
    private static readonly LevelTable Upper = new(2, [0, 0.3, 0.6, 1], [1e-4, 1e-4, 1e-4, 1e-4], NumberStatus.Assumed, "tests");

    [Fact]
    public void A_word_of_three_bits_per_cell_takes_a_reset_and_a_set_for_each_of_its_levels() =>
        Words().Pulses.ShouldBe(9);

    [Theory]
    [InlineData(WriteMoment.Before)]
    [InlineData(WriteMoment.Between)]
    public void A_verified_pulse_leaves_each_cell_at_its_level_or_at_as_many_levels_as_pulses(WriteMoment moment)
    {
        // By hand: the first pulse erases, the fourth is the third set pulse.
        TornUnit torn = Tear(Words(), new WritePoint(4, moment, CellProgress.Together));
        double most = torn.Cells.Max(static cell => cell.Position);
        if (moment == WriteMoment.Between)
            torn.Cells.ShouldAllBe(static cell => cell.Position == Math.Min(cell.To, 3) && cell.Read == Math.Min(cell.To, 3));
        else
            most.ShouldBeInRange(2, 3);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(99, 1)]
    [InlineData(100, 2)]
    [InlineData(899, 9)]
    public void A_moment_that_no_pulse_chose_is_before_the_verify_of_the_pulse_under_way(int passed, int pulse) =>
        Words().PointAt(passed, 900).ShouldBe(new WritePoint(pulse, WriteMoment.Before, CellProgress.Together));

    [Fact]
    public void At_the_end_of_its_time_a_word_is_whole() => Words().PointAt(900, 900).Moment.ShouldBe(WriteMoment.After);

    [Fact]
    public void The_first_pulse_erases_every_cell() =>
        ReadOf(Tear(Words(), new WritePoint(1, WriteMoment.Between, CellProgress.Together))).ShouldBe(0u);

    [Fact]
    public void Cells_on_their_own_stand_at_points_of_their_own()
    {
        TornUnit torn = Tear(Words(), new WritePoint(9, WriteMoment.Before, CellProgress.Own));
        torn.Cells.Count(static cell => cell.Position < cell.To).ShouldBeInRange(1, torn.Cells.Count - 1);
    }

    [Fact]
    public void After_the_last_verify_the_word_is_the_new_one() =>
        ReadOf(Tear(Words(), new WritePoint(0, WriteMoment.After, CellProgress.Together))).ShouldBe(New);

    [Fact]
    public void The_same_cut_leaves_the_same_word_and_another_write_another_one()
    {
        var point = new WritePoint(3, WriteMoment.Before, CellProgress.Own);
        ReadOf(Tear(Words(), point)).ShouldBe(ReadOf(Tear(Words(), point)));
        Enumerable.Range(1, 8).Select(write => ReadOf(Tear(Words(), point, (uint)write))).Distinct().Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Twice_the_pulses_move_cells_by_half_a_level()
    {
        TornWords words = new(Cells(Sharp), Pulses(3, programPulses: 16));
        words.Pulses.ShouldBe(17);
        Tear(words, new WritePoint(4, WriteMoment.Between, CellProgress.Together)).Cells
            .ShouldAllBe(static cell => cell.Position == Math.Min(cell.To, 1.5));
    }

    [Fact]
    public void A_cell_between_two_levels_reads_as_either()
    {
        int[] reads = [.. Enumerable.Range(0, 200).Select(write => Tear(
            new(Cells(Sharp with { Sigmas = [.. Enumerable.Repeat(0.02, 8)] }), Pulses(3, programPulses: 16)),
            new WritePoint(4, WriteMoment.Between, CellProgress.Together),
            (uint)write).Cells.First(static cell => cell.To > 2).Read)];
        // Halfway, with references halfway: each in half of the cases; 200 draws stay within six sigmas, 43 of 100.
        reads.Count(static read => read == 1).ShouldBeInRange(57, 143);
        reads.ShouldAllBe(static read => read == 1 || read == 2);
    }

    [Fact]
    public void A_single_level_word_has_one_pulse_and_two_where_its_array_needs_two_steps()
    {
        TornWords one = new(Cells(null), Pulses(1));
        one.Pulses.ShouldBe(1);
        TornWords two = new(Cells(null), Pulses(1) with { TwoSteps = true });
        two.Pulses.ShouldBe(2);
        // The first step resets: only bits that both words have are left.
        ReadOf(Tear(two, new WritePoint(1, WriteMoment.Between, CellProgress.Together))).ShouldBe(Old & New);
    }

    [Fact]
    public void The_code_of_a_memory_sees_what_is_there()
    {
        TornWords words = new(Cells(Sharp) with { Correction = new CorrectionRequest { DataBits = 32 } }, Pulses(3));
        TornUnit[] torn = [.. Enumerable.Range(1, 9).Select(pulse =>
            Tear(words, new WritePoint(pulse, WriteMoment.Before, CellProgress.Own)))];
        // SECDED detects two wrong bits: of the torn words it refuses most, and none that it delivers is corrected in more than one.
        torn.Count(static unit => unit.Unreadable.Count > 0).ShouldBeGreaterThan(0);
        torn.ShouldAllBe(static unit => unit.CorrectedBits <= 1);
    }

    [Fact]
    public void A_word_of_the_code_may_be_larger_than_the_word_that_is_written()
    {
        TornWords words = new(Cells(Sharp) with { Correction = new CorrectionRequest { DataBits = 64 } }, Pulses(3));
        words.UnitBytes.ShouldBe(8);
        TornUnit torn = Tear(words, new WritePoint(9, WriteMoment.Between, CellProgress.Together));
        torn.Bytes.ShouldBe(Unit(New, 8));
    }

    [Fact]
    public void Levels_that_nobody_has_measured_are_refused() =>
        Should.Throw<MemtiException>(static () => new TornWords(Cells(null) with { Cells = CellVector.Split(8, 3) }, Pulses(3)))
            .Diagnostic.Code.ShouldBe(DiagnosticCode.NoLevelStatistics);

    [Fact]
    public void Words_of_a_code_that_cut_words_of_32_bits_are_refused() =>
        Should.Throw<MemtiException>(
            static () => new TornWords(Cells(Sharp) with { Correction = new CorrectionRequest { DataBits = 24 } }, Pulses(3)))
            .Diagnostic.Permitted!.ShouldContain("multiple of 32");

    private static TornWords Words() => new(Cells(Sharp), Pulses(3));

    private static FaultRequest Cells(LevelTable? levels) => new()
    {
        Technology = "test cells",
        Levels = levels is null ? [] : [levels, Upper],
        Cells = CellVector.Split(8, levels is null ? 1 : 3),
    };

    private static CellPulses Pulses(int bits, int? programPulses = null) => new()
    {
        BitsPerCell = bits,
        SetPulse = SimTime.FromNanoseconds(10),
        ResetPulse = SimTime.FromNanoseconds(10),
        SetEnergy = Energy.FromPicojoules(1),
        ResetEnergy = Energy.FromPicojoules(1),
        ProgramPulses = programPulses,
    };

    private static TornUnit Tear(TornWords words, WritePoint point, uint write = 7) =>
        words.Tear(Unit(Old, words.UnitBytes), Unit(New, words.UnitBytes), 0, point, Draws, write);

    private static byte[] Unit(uint word, int bytes)
    {
        byte[] unit = [.. Enumerable.Repeat((byte)0x3d, bytes)];
        BinaryPrimitives.WriteUInt32LittleEndian(unit, word);
        return unit;
    }

    private static uint ReadOf(TornUnit torn) => BinaryPrimitives.ReadUInt32LittleEndian(torn.Bytes);
}
