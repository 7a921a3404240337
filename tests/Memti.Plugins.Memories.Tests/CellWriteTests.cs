using Memti.Abstractions;

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
        CellWrite.Of(Pulses with { BitsPerCell = 2, ProgramPulses = 8 }, Array).EnergyPerCell.Picojoules.ShouldBe(2.5 + (3 * 1.5) + (8 * 0.1), 1e-9);

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
