using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;
using Memti.Arrays.Banks;
using Memti.Arrays.Search;

namespace Memti.Arrays.Tests.Profiles;

/// <summary>A ferroelectric cell without access device: written by its gate, read by its channel.</summary>
public sealed class OwnTransistorTests
{
    private static readonly MemoryCell Hzo = new()
    {
        Name = "hzo",
        Kind = CellKind.Fefet,
        AreaF2 = 32,
        AspectRatio = 1,
        Access = AccessDevice.None,
        OnOhms = 1e5,
        OffOhms = 1e9,
        ReadMode = ElectricalMode.Current,
        ReadVolts = 0.1,
        Set = new WritePulse { Mode = ElectricalMode.Voltage, Volts = 4.2, Seconds = 500e-9 },
        Reset = new WritePulse { Mode = ElectricalMode.Voltage, Volts = -5, Seconds = 500e-9 },
        MaximumBitsPerCell = 3,
    };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void It_is_solved_with_as_many_bits_as_it_stores(int bits) =>
        Solve(Hzo, bits).Area.ShouldBeGreaterThan(65536 * 32 * 22e-9 * 22e-9);

    [Fact]
    public void Its_write_is_an_erasing_and_a_programming_pulse_of_the_row() =>
        Solve(Hzo, 1).WriteLatency.ShouldBeInRange(1000e-9, 1002e-9);

    [Fact]
    public void Its_pulse_charges_a_gate_and_drives_no_current_through_the_cell()
    {
        ArrayFigures figures = new ArraySolver(static _ => Hzo).Solve(new ArrayRequest("hzo", 1, 65536));

        figures.Pulses.ShouldNotBeNull().SetEnergy.Picojoules.ShouldBeLessThan(0.01); // 4.2 V squared / 1e5 ohm over 500 ns would be 88 pJ
        figures.Pulses.TwoSteps.ShouldBeTrue();
    }

    [Fact]
    public void It_is_faster_and_smaller_than_with_a_transistor_in_series()
    {
        MemoryCell behind = Hzo with { Access = AccessDevice.Cmos, AccessWidthF = 4, AreaF2 = 64 };
        SolvedBank series = Solve(behind, 1);
        SolvedBank own = Solve(Hzo, 1);

        BankSolver.Solve(Request(Hzo, 1)).Winners[ArrayTarget.Area].Area
            .ShouldBeLessThan(BankSolver.Solve(Request(behind, 1)).Winners[ArrayTarget.Area].Area);
        own.ReadLatency.ShouldBeLessThanOrEqualTo(series.ReadLatency);
    }

    [Fact]
    public void The_references_take_it_for_a_crosspoint_which_they_cannot_build() =>
        BankSolver.Solve(Request(Hzo with { OffOhms = 1e6, OnOhms = 1e3 }, 1) with { Profile = ArrayProfile.NvsimMerged }).Winners
            .ShouldBeEmpty();

    private static BankRequest Request(MemoryCell cell, int bits) => new(cell, bits, 65536, 64) { Profile = ArrayProfile.Memti };

    private static SolvedBank Solve(MemoryCell cell, int bits) => BankSolver.Solve(Request(cell, bits)).Winners[ArrayTarget.ReadLatency];
}
