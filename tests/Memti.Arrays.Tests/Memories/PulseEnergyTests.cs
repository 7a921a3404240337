using Memti.Abstractions;

namespace Memti.Arrays.Tests;

public sealed class PulseEnergyTests
{
    [Fact]
    public void A_stated_energy_is_taken_as_it_is() =>
        PulseEnergy.Of(TestCells.Pcm, TestCells.Pcm.Set!, 10e3).Picojoules.ShouldBe(20, 1e-9);

    [Fact]
    public void A_forced_voltage_drives_its_current_through_the_low_resistance() =>
        PulseEnergy.Of(TestCells.Pcm with { AccessDropVolts = 0.5 }, new WritePulse { Volts = -2, Seconds = 1e-8 }, 1e5).Joules
            .ShouldBe(2 * 1.5 / 1e5 * 1e-8, 1e-20);

    [Fact]
    public void A_forced_current_falls_over_the_low_resistance_and_the_access_device() =>
        PulseEnergy.Of(TestCells.Pcm with { AccessDropVolts = 0.5 }, new WritePulse { Mode = ElectricalMode.Current, Amperes = 1e-4, Seconds = 1e-8 }, 1e4).Joules
            .ShouldBe(1e-4 * 1.5 * 1e-8, 1e-20);

    [Theory]
    [InlineData(CellKind.Fefet)]
    [InlineData(CellKind.Ctt)]
    public void A_cell_that_its_gate_writes_takes_the_charge_of_the_gate(CellKind kind) =>
        PulseEnergy.Of(TestCells.Pcm with { Kind = kind, OnFarads = 1e-16 }, new WritePulse { Volts = 4, Seconds = 1e-6 }, 1e4).Joules
            .ShouldBe(1.6e-15, 1e-20);
}
