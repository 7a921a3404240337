using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
using Memti.Plugins.Flash;

namespace Memti.Plugins.Memories.Tests;

public sealed class FlashTests
{
    [Theory]
    [InlineData(FlashType.Nor, 66.5)] // 133 MHz on four lines
    [InlineData(FlashType.Nand, 20.607)] // 2048 byte in 60 us and 39.385 us
    public void The_read_rate_is_that_of_the_bus_and_of_the_pages(FlashType type, double megabytesPerSecond) =>
        (Size(new FlashOptions { Type = type }).Read.BytesPerSecond / 1e6).ShouldBe(megabytesPerSecond, 0.02);

    [Theory]
    [InlineData(FlashType.Nor, 65536 / (0.150 + (256 * (700e-6 + 3.8496e-6))))]
    [InlineData(FlashType.Nand, 131072 / (0.002 + (64 * (250e-6 + 39.385e-6))))]
    public void A_write_erases_its_block_and_programs_its_pages(FlashType type, double bytesPerSecond) =>
        Size(new FlashOptions { Type = type }).Write.BytesPerSecond.ShouldBe(bytesPerSecond, bytesPerSecond * 1e-4);

    [Theory]
    [InlineData(FlashType.Nor, 4, 210_526)] // 28 clocks of 133 MHz
    [InlineData(FlashType.Nor, 8, 0)] // unknown: the sequence is that of another part
    [InlineData(FlashType.Nand, 4, 0)]
    public void A_word_of_the_quad_part_takes_command_address_and_data(FlashType type, int busBits, long picoseconds) =>
        Size(new FlashOptions { Type = type, BusBits = busBits }).ReadLatency.Picoseconds.ShouldBe(picoseconds);

    [Theory]
    [InlineData(FlashType.Nor, 66, 66)]
    [InlineData(FlashType.Nand, 82.5, 82.5)]
    public void Energy_per_bit_times_the_rate_is_the_power_of_the_data_sheet(FlashType type, double readMilliwatts, double writeMilliwatts)
    {
        MemoryFigures figures = Size(new FlashOptions { Type = type });
        (figures.ReadPerBit.Joules * figures.Read.BytesPerSecond * 8e3).ShouldBe(readMilliwatts, 1e-9);
        (figures.WritePerBit.Joules * figures.Write.BytesPerSecond * 8e3).ShouldBe(writeMilliwatts, 1e-9);
    }

    [Fact]
    public void It_lies_beside_the_chip_keeps_its_contents_and_cannot_be_read_while_it_is_written()
    {
        MemoryFigures figures = Size(new FlashOptions());
        (figures.OnChip, figures.Volatile, figures.HasRetention, figures.WriteIsExclusive).ShouldBe((false, false, false, true));
        figures.Area.ShouldBe(Area.Zero);
        figures.OffPower.ShouldBeLessThan(figures.OnPower);
        figures.WakeLatency.ShouldBe(SimTime.FromMicroseconds(3));
        figures.Endurance.ShouldBe(1e5);
    }

    [Theory]
    [InlineData(328.15, 20)]
    [InlineData(358.15, 0.769)] // 85 C: exp(1.1 eV / k (1/328.15 K - 1/358.15 K)) = 26 times faster
    [InlineData(298.15, 1000)]
    public void Retention_falls_with_temperature(double kelvin, double years) =>
        (Size(new FlashOptions { TemperatureKelvin = kelvin }).Retention.ShouldNotBeNull().TotalDays / 365.25)
            .ShouldBe(years, years * 0.01);

    [Theory]
    [InlineData(16_777_216, 1)]
    [InlineData(16_777_217, 2)]
    [InlineData(100_000_000, 6)]
    public void Contents_take_whole_chips_and_each_stands_by(long bytes, int chips)
    {
        MemoryFigures figures = Size(new FlashOptions(), bytes);
        figures.Capacity.Bytes.ShouldBe(chips * 16_777_216.0);
        figures.OnPower.Microwatts.ShouldBe(33 * chips, 1e-9);
        figures.Organisation.ShouldContain($" in {chips} chip{(chips == 1 ? "" : "s")}");
    }

    [Fact]
    public void What_the_scenario_says_replaces_what_the_data_sheet_says()
    {
        MemoryFigures octal = Size(new FlashOptions { BusBits = 8, DoubleRate = true, Clock = Frequency.FromMegahertz(200) });
        octal.Read.GigabytesPerSecond.ShouldBe(0.4, 1e-3);
        Size(new FlashOptions { EnduranceCycles = 1e4 }).Endurance.ShouldBe(1e4);
        Should.Throw<MemtiException>(() => Size(new FlashOptions { Capacity = DataSize.FromKibibytes(1) })).Diagnostic.Code
            .ShouldBe(DiagnosticCode.CapacityExceeded);
    }

    private static MemoryFigures Size(FlashOptions options, long bytes = 2_000_000) =>
        new FlashMemory(options).Size(new MemoryRequest([new ContentBlock(bytes, 8)], ShippedArrays.Solver));
}
