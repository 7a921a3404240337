using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;

namespace Memti.Plugins.Memories.Tests;

public sealed class CellWriteTests
{
    private static readonly ArrayFigures Array = new()
    {
        Cells = 1024,
        Banks = 1,
        WordCells = 64,
        Area = Area.FromSquareMillimetres(1),
        Leakage = Power.FromMilliwatts(1),
        ReadLatency = SimTime.FromNanoseconds(2),
        WriteLatency = SimTime.FromNanoseconds(2),
        ReadCellsPerSecond = 1e9,
        ReadEnergy = Energy.FromPicojoules(6.4),
        WriteEnergy = Energy.FromPicojoules(6.4),
        Organisation = "",
        Status = NumberStatus.Assumed,
    };

    private static readonly CellPulses Pulses = new()
    {
        BitsPerCell = 1,
        SetPulse = SimTime.FromNanoseconds(10),
        ResetPulse = SimTime.FromNanoseconds(20),
        SetEnergy = Energy.FromPicojoules(1),
        ResetEnergy = Energy.FromPicojoules(2),
        PulseOverhead = Energy.FromPicojoules(0.5),
    };

    [Fact]
    public void A_single_level_write_is_the_longer_pulse_at_the_mean_energy_of_both()
    {
        CellWrite write = CellWrite.Of(Pulses with { PulseSetup = SimTime.FromNanoseconds(3) }, Array);
        write.Time.Nanoseconds.ShouldBe(23, 1e-9);
        write.EnergyPerCell.Picojoules.ShouldBe(2, 1e-9); // (1 + 2) / 2 + 0.5
    }

    [Fact]
    public void A_set_and_a_reset_cost_what_their_pulses_do()
    {
        LevelWrites writes = LevelWrites.Of(Pulses, CellWrite.Of(Pulses, Array), parallelCells: 4);
        writes.Of(0, 1).ShouldBe(new LevelWrite(Pulses.SetEnergy + Pulses.PulseOverhead, Pulses.SetPulse));
        writes.Of(1, 0).ShouldBe(new LevelWrite(Pulses.ResetEnergy + Pulses.PulseOverhead, Pulses.ResetPulse));

        LevelWrite sets = writes.Of([(0, 1, 9)]); // three groups of four
        sets.Energy.Picojoules.ShouldBe(13.5, 1e-9);
        sets.Time.Nanoseconds.ShouldBe(30, 1e-9);
        writes.Of([(0, 1, 9), (1, 0, 1)]).Time.Nanoseconds.ShouldBe(60, 1e-9); // the slowest sets the pace
        writes.Of([]).ShouldBe(new LevelWrite(Energy.Zero, SimTime.Zero));
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, null)]
    [InlineData(3, null)]
    [InlineData(3, 20)]
    public void With_nothing_known_of_the_data_levels_cost_what_bits_do(int bits, int? programPulses)
    {
        CellPulses pulses = Pulses with { BitsPerCell = bits, ProgramPulses = programPulses };
        CellWrite write = CellWrite.Of(pulses, Array);
        LevelWrites levels = LevelWrites.Of(pulses, write, 64);
        levels.MeanEnergy.Picojoules.ShouldBe(write.EnergyPerCell.Picojoules, 1e-9);
        levels.Of(0, levels.Levels - 1).Time.ShouldBe(bits == 1 ? SimTime.FromNanoseconds(10) : write.Time);
        // Of one cell in as many as there are levels the level stays; the costs here follow the target alone.
        levels.OfChanges(1000).Energy.Picojoules.ShouldBe(
            write.EnergyPerCell.Picojoules * 1000 * (levels.Levels - 1) / levels.Levels, 1e-6);
    }

    [Fact]
    public void A_crosspoint_resets_and_then_sets() =>
        CellWrite.Of(Pulses with { TwoSteps = true }, Array).Time.Nanoseconds.ShouldBe(30, 1e-9);

    [Fact]
    public void Program_and_verify_is_a_reset_and_a_staircase_of_pulses_each_with_a_read()
    {
        CellWrite write = CellWrite.Of(Pulses with { BitsPerCell = 2 }, Array);
        write.Time.Nanoseconds.ShouldBe(20 + (4 * (10 + 2)), 1e-9);
        write.EnergyPerCell.Picojoules.ShouldBe(2.5 + (1.5 * (1 + 0.5)) + (4 * 0.1), 1e-9);
    }

    [Fact]
    public void Twice_the_pulses_of_the_slowest_cell_are_twice_the_pulses_of_every_cell() =>
        CellWrite.Of(Pulses with { BitsPerCell = 2, ProgramPulses = 8 }, Array).EnergyPerCell.Picojoules.ShouldBe(
            2.5 + (3 * 1.5) + (8 * 0.1), 1e-9);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void More_bits_per_cell_cost_more_energy_and_time_per_cell(int bits)
    {
        CellWrite fewer = CellWrite.Of(Pulses with { BitsPerCell = bits - 1 }, Array);
        CellWrite more = CellWrite.Of(Pulses with { BitsPerCell = bits }, Array);
        more.Time.ShouldBeGreaterThan(fewer.Time);
        more.EnergyPerCell.ShouldBeGreaterThan(fewer.EnergyPerCell);
    }
}
