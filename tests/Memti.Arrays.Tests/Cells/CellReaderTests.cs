using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Arrays.Cells;

namespace Memti.Arrays.Tests.Cells;

public sealed class CellReaderTests : IDisposable
{
    private static readonly MemoryCell Cell = CellSamples.Valid(CellSamples.Whole);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Geometry_and_access_are_read() =>
        (
            Cell.Name,
            Cell.Kind,
            Cell.Description,
            Cell.AreaF2,
            Cell.AspectRatio,
            Cell.NodeNanometres,
            Cell.StitchCells,
            Cell.Access,
            Cell.AccessWidthF,
            Cell.AccessDropVolts,
            Cell.AccessLeakageAmperes)
            .ShouldBe(("flux", CellKind.Rram, "A cell for tests", 53, 1.46, 40, 16, AccessDevice.Cmos, 6, 0.15, 0.5e-6));

    [Fact]
    public void Resistances_and_capacitances_are_read() =>
        (
            Cell.OnOhms,
            Cell.OffOhms,
            Cell.OnAtSetOhms,
            Cell.OffAtSetOhms,
            Cell.OnAtResetOhms,
            Cell.OffAtResetOhms,
            Cell.OnAtHalfResetOhms,
            Cell.OnFarads,
            Cell.OffFarads)
            .ShouldBe((1e6, 1e7, 1e5, 2e7, 2e5, 3e7, 5e5, 1e-16, 2e-16));

    [Fact]
    public void Sensing_is_read() =>
        (Cell.ReadMode, Cell.ReadVolts, Cell.ReadAmperes, Cell.ReadWatts, Cell.ReadJoules, Cell.MinimumSenseVolts, Cell.SenseFingers)
            .ShouldBe((ElectricalMode.Current, 0.4, 3e-6, 0.16e-6, 0.7e-12, 0.025, 16));

    [Fact]
    public void Pulses_are_read()
    {
        Cell.Set.ShouldBe(new WritePulse { Mode = ElectricalMode.Voltage, Volts = 2, Amperes = 80e-6, Seconds = 5e-9, Joules = 0.6e-12 });
        Cell.Reset.ShouldBe(
            new WritePulse { Mode = ElectricalMode.Current, Volts = -2, Amperes = 100e-6, Seconds = 100e-9, Joules = 0.9e-12 });
    }

    [Fact]
    public void Storage_and_levels_are_read()
    {
        (Cell.MaximumBitsPerCell, Cell.EnduranceCycles, Cell.RetentionSeconds).ShouldBe((2, 1e6, 3e8));
        Cell.Levels.Select(static table => table.BitsPerCell).ShouldBe([1, 2]);
        Cell.Levels[1].Means.ShouldBe([0, 0.4, 0.7, 1]);
        Cell.Levels[1].Sigmas.ShouldBe([0.01, 0.03, 0.03, 0.01]);
        (Cell.Levels[1].Status, Cell.Levels[1].Source).ShouldBe((NumberStatus.Fitted, "a data sheet"));
    }

    [Fact]
    public void Fluctuation_is_read_and_is_no_number_that_an_array_rests_on()
    {
        ReadFluctuation fluctuation = Cell.Fluctuation.ShouldNotBeNull();

        (fluctuation.States, fluctuation.Amplitude, fluctuation.DwellSeconds, fluctuation.Exponent).ShouldBe((4, 0.05, 1e-7, 0.6));
        fluctuation.Numbers.Select(static number => number.Key).ShouldBe(
            ["read_fluctuation.states", "read_fluctuation.amplitude", "read_fluctuation.dwell_ns", "read_fluctuation.exponent"]);
        fluctuation.Numbers.ShouldAllBe(static number => number.Status == NumberStatus.Assumed);
        Cell.Numbers.ShouldAllBe(static number => !number.Key.StartsWith("read_fluctuation", StringComparison.Ordinal));
        Cell.Status.ShouldNotBe(NumberStatus.Assumed);
    }

    [Theory]
    [InlineData("geometry.area_f2", 53, NumberStatus.Derived, "measured in a picture")] // its own
    [InlineData("resistance.off_ohm", 1e7, NumberStatus.Measured, "a data sheet")] // its section's
    [InlineData("set.pulse_ns", 5, NumberStatus.Published, "Author et al., 2020")] // the file's
    public void A_number_has_the_nearest_status_and_source(string key, double value, NumberStatus status, string source) =>
        Cell.Numbers.Single(number => number.Key == key).ShouldBe(new CellNumber(key, value, status, source));

    [Fact]
    public void Every_number_is_listed_in_the_order_of_the_file()
    {
        // All but those of an SRAM, and of reads that fluctuate.
        Cell.Numbers.Count.ShouldBe(CellKeys.All.Count(static key => key.Section != CellKeys.Fluctuation) - 3);
        Cell.Numbers
            .Take(3)
            .Select(static number => number.Key)
            .ShouldBe(["geometry.area_f2", "geometry.aspect_ratio", "geometry.node_nm"]);
    }

    [Fact]
    public void An_SRAM_has_transistors_and_neither_resistances_nor_pulses()
    {
        MemoryCell cell = CellSamples.Valid(CellSamples.Sram);

        (cell.SramNmosWidthF, cell.SramPmosWidthF, cell.AccessWidthF, cell.RetentionVolts).ShouldBe((2.08, 1.23, 1.31, 0.3));
        (cell.OnOhms, cell.Set, cell.Reset, cell.RetentionSeconds, cell.IsVolatile).ShouldBe((0, null, null, null, true));
        (cell.ReadMode, cell.MinimumSenseVolts, cell.SenseFingers, cell.MaximumBitsPerCell).ShouldBe((ElectricalMode.Voltage, 0.08, 8, 1));
    }

    [Fact]
    public void What_is_left_out_is_null()
    {
        MemoryCell cell =
            CellSamples.Valid(
                CellSamples.Whole
                    .Replace(", power_uw: 0.16, energy_pj: 0.7", "", StringComparison.Ordinal)
                    .Replace("offers: flux\n", "", StringComparison.Ordinal));

        (cell.ReadWatts, cell.ReadJoules).ShouldBe((null, null));
    }

    [Fact]
    public void A_file_says_what_it_offers_and_is_known_by_its_hash()
    {
        CellFile file = CellSamples.Read(CellSamples.Whole).File.ShouldNotBeNull();

        (file.Offers, file.File, file.Sha256.Length).ShouldBe(("flux", CellSamples.File, 64));
        CellSamples.Read(CellSamples.Whole + "\n").File!.Sha256.ShouldNotBe(file.Sha256);
    }

    [Fact]
    public void The_weakest_number_is_the_status_of_the_cell() => Cell.Status.ShouldBe(NumberStatus.Derived);

    [Theory]
    [InlineData("NVMExplorer RRAM 53F2")] // published tables name cells in words
    [InlineData("rram_1t1r-53f2")]
    public void A_name_may_be_several_words(string name) =>
        CellSamples.Valid(CellSamples.Sram.Replace("name: six", $"name: {name}", StringComparison.Ordinal)).Name.ShouldBe(name);

    [Fact]
    public void A_unit_costs_no_rounding() => Prop.ForAll<PositiveInt>(static hundredths =>
    {
        string text = $"{hundredths.Get}e-2";
        MemoryCell cell = CellSamples.Valid(CellSamples.Whole.Replace("pulse_ns: 100,", $"pulse_ns: {text},", StringComparison.Ordinal));
        return cell.Reset!.Seconds.Equals(double.Parse($"{hundredths.Get}e-11", System.Globalization.CultureInfo.InvariantCulture));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_file_is_read_and_named_as_asked()
    {
        string path = _folder.Write("a.memcell.yaml", CellSamples.Sram);

        CellReader.ReadFile(path, "cells/a.memcell.yaml").File.ShouldNotBeNull().File.ShouldBe("cells/a.memcell.yaml");
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_finding()
    {
        Diagnostic finding = CellReader.ReadFile("no-such.memcell.yaml").Findings.ShouldHaveSingleItem();

        (finding.Code, finding.File).ShouldBe((DiagnosticCode.FileUnreadable, "no-such.memcell.yaml"));
    }
}
