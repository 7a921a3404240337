using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Supplies;
using Memti.Abstractions.Units;
using Memti.Plugins.Supplies.Codes;
using Memti.Plugins.Supplies.Converters;
using Memti.Plugins.Supplies.Sources;
using PureHDF;

namespace Memti.Plugins.Supplies.Tests;

/// <summary>Recordings of harvesters: their forms, and what is wrong with some.</summary>
public sealed class RecordingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-recordings-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void An_irradiance_falls_on_the_panel()
    {
        SourceStep[] steps = Steps("time_s,irradiance_w_per_m2\n0,0\n900,500\n1800,250\n", new() { PanelCm2 = 2 });
        // 500 W/m2 on 2 cm2 at 15 % are 15 mW.
        steps.Select(static step => step.Watts).ShouldBe([0, 15e-3, 7.5e-3], 1e-15);
        steps.ShouldAllBe(static step => step.Duration == SimTime.FromSeconds(900));
    }

    [Fact]
    public void A_voltage_over_a_resistor_is_a_power() =>
        Steps("time_ms voltage_v\n0 3\n1 1.5\n", new()).Select(static step => step.Watts).ShouldBe([3e-4, 0.75e-4], 1e-15);

    [Fact]
    public void A_voltage_with_its_current_keeps_its_working_point()
    {
        SourceStep step = Steps("time_s,voltage_v,current_a\n0,2,0.001\n1,2,0.002\n", new())[1];
        (step.Volts, step.Amperes).ShouldBe((2, 0.002));
    }

    [Fact]
    public void Lux_become_irradiance() =>
        Steps("time_s,illuminance_lux\n0,1200\n1,0\n", new())[0].Watts.ShouldBe(10 * 1e-4 * 0.15, 1e-15);

    [Fact]
    public void Steps_are_averaged_with_their_energy()
    {
        SourceStep[] steps = Steps("time_s,power_w\n0,1\n1,3\n2,5\n3,7\n", new() { StepS = 2 });
        steps.Select(static step => step.Watts).ShouldBe([2, 6], 1e-12);
        steps.Sum(static step => step.Duration.Seconds).ShouldBe(4);
    }

    [Fact]
    public void A_gap_is_refused_or_dark_or_held()
    {
        const string Text = "time_s,power_w\n0,1\n1,1\n2,1\n10,1\n11,1\n";
        Refused(Text, new()).ShouldContain("line 5: 8 s lie between samples, usually 1");
        Steps(Text, new() { Gaps = GapRule.Dark }).Select(static step => (step.Duration.Seconds, step.Watts))
            .ShouldBe([(1, 1), (1, 1), (1, 1), (7, 0), (1, 1), (1, 1)]);
        Steps(Text, new() { Gaps = GapRule.Hold })[2].Duration.ShouldBe(SimTime.FromSeconds(8));
    }

    [Fact]
    public void A_period_longer_than_the_recording_is_dark_at_its_end()
    {
        SourceStep[] day = Steps("time_s,power_w\n0,1\n1,1\n2,1\n", new() { PeriodS = 86_400, Gaps = GapRule.Dark });
        day[^1].Watts.ShouldBe(0);
        day.Sum(static step => step.Duration.Seconds).ShouldBe(86_400);
        Refused("time_s,power_w\n0,1\n5,1\n", new() { PeriodS = 4 }).ShouldContain("a period as long as the recording");
    }

    [Theory]
    [InlineData("time_s,power_w\n0,1\n2,1\n1,1\n", "time 1 s comes after 2 s")]
    [InlineData("time_s,power_w\n0,1\n0,1\n", "time 0 s comes after 0 s")]
    [InlineData("time,power\n0,1\n", "names no quantities with units")]
    [InlineData("time_s,power\n0,1\n", "names no quantities with units")]
    [InlineData("", "names no quantities with units")]
    [InlineData("time_s,power_w\n0,NaN\n", "'NaN' is no number")]
    [InlineData("time_s,power_w\n0,-1\n", "negative")]
    [InlineData("time_s,power_w\n0,1,2\n", "there are 3 values")]
    [InlineData("time_s,power_w\n0,one\n", "'one' is no number")]
    [InlineData("time_s,power_w\n", "has no samples")]
    [InlineData("time_s,power_w\n0,1\n1e25,1\n", "lasts 2E+25 s")]
    public void A_bad_recording_is_refused_with_its_line(string text, string finding) => Refused(text, new()).ShouldContain(finding);

    [Fact]
    public void Steps_that_are_too_many_are_refused() =>
        Refused("time_s,power_w\n0,1\n1e9,1\n", new() { StepS = 1e-3 }).ShouldContain("up to 40000000 steps");

    [Fact]
    public void A_recording_that_is_not_there_is_refused() =>
        Should.Throw<MemtiException>(() => Harvester.Of(new() { Recording = new("none.csv", "/none/none.csv") }))
            .Diagnostic.Code.ShouldBe(DiagnosticCode.FileUnreadable);

    [Fact]
    public void A_harvester_has_a_recording_or_a_power()
    {
        Should.Throw<MemtiException>(() => Harvester.Of(new())).Diagnostic.Code.ShouldBe(SupplyCodes.BadSupply);
        ISupplySource constant = Harvester.Of(new() { Power = Power.FromMicrowatts(100) });
        constant.StepAt(0).Watts.ShouldBe(1e-4, 1e-18);
        constant.StepAt(0).Duration.ShouldBe(SimTime.MaxValue);
    }

    [Fact]
    public void A_file_of_the_Shepherd_kind_has_gains_and_offsets()
    {
        string path = Path.Combine(_folder.FullName, "shepherd.h5");
        new H5File
        {
            ["data"] = new H5Group
            {
                ["time"] = new H5Dataset(new ulong[] { 5_000, 15_000, 25_000 }),
                ["voltage"] = Scaled([1000, 2000, 3000], 1e-3),
                ["current"] = Scaled([10, 20, 30], 1e-6),
            },
        }.Write(path);
        SourceStep[] steps = Of(new("shepherd.h5", path), new());
        steps.Select(static step => step.Watts).ShouldBe([10e-6, 40e-6, 90e-6], 1e-15);
        steps[0].Duration.ShouldBe(SimTime.FromMicroseconds(10));
    }

    [Fact]
    public void A_file_of_the_Bonito_kind_has_the_power_of_nodes()
    {
        string path = Path.Combine(_folder.FullName, "bonito.h5");
        new H5File
        {
            ["time"] = new H5Dataset(new[] { 0, 1e-5, 2e-5 }),
            ["data"] = new H5Group { ["node3"] = new H5Dataset(new[] { 1e-4f, 2e-4f, 3e-4f }) },
        }.Write(path);
        Of(new("bonito.h5", path), new() { Node = "node3" }).Select(static step => step.Watts).ShouldBe([1e-4, 2e-4, 3e-4], 1e-10);
        Should.Throw<MemtiException>(() => Of(new("bonito.h5", path), new())).Message.ShouldContain("node0");
    }

    [Fact]
    public void A_damaged_file_is_a_finding()
    {
        string path = Path.Combine(_folder.FullName, "damaged.h5");
        File.WriteAllBytes(path, [0x89, (byte)'H', (byte)'D', (byte)'F', 13, 10, 26, 10, 1, 2, 3]);
        Should.Throw<MemtiException>(() => Of(new("damaged.h5", path), new())).Diagnostic.Code.ShouldBe(SupplyCodes.BadRecording);
    }

    [Fact]
    public void A_table_of_ones_own_has_cells()
    {
        string path = Path.Combine(_folder.FullName, "table.csv");
        File.WriteAllText(path, "input_v,0,0.001\n0,0.1,0.2\n1,0.3,0.4\n");
        ISupplyConverter converter = Converter.Of(new() { Table = new("table.csv", path), OutputV = 2 });
        converter.OfInput(0.5, 0.4e-3).ShouldBe(0.1);
        converter.OfInput(2, 4e-3).ShouldBe(0.4);
        converter.OfOutput(1.5, 1e-3).ShouldBe(0.3);
        converter.Borders.ShouldBe([1]);
        File.WriteAllText(path, "input_v,0\n0,1.1\n");
        Should.Throw<MemtiException>(() => Converter.Of(new() { Table = new("table.csv", path) })).Message.ShouldContain("line 2");
    }

    [Fact]
    public void Published_tables_are_those_of_their_source()
    {
        ISupplyConverter boost = Converter.Of(new() { Model = ConverterModel.Bq25504Boost });
        boost.OfInput(0.7, 0.7 * 20e-6).ShouldBe(0.74);
        boost.OfInput(2, 0.1).ShouldBe(0.90);
        ISupplyConverter buck = Converter.Of(new() { Model = ConverterModel.Bq25570Buck });
        buck.OfOutput(3, 2.2 * 3e-6).ShouldBe(0.60);
        ISupplyConverter core = Converter.Of(new() { Model = ConverterModel.CoreRegulator, OutputV = 1 });
        core.OfOutput(3, 0.03).ShouldBe((0.888 + 0.906) / 2, 1e-12);
    }

    private static H5Dataset Scaled(uint[] values, double gain)
    {
        var data = new H5Dataset(values);
        data.Attributes["gain"] = gain;
        data.Attributes["offset"] = 0.0;
        return data;
    }

    private static SourceStep[] Of(ScenarioFile file, HarvesterOptions options)
    {
        options.Recording = file;
        Harvester harvester = Harvester.Of(options);
        return [.. Enumerable.Range(0, (int)harvester.Steps).Select(index => harvester.StepAt(index))];
    }

    private SourceStep[] Steps(string text, HarvesterOptions options)
    {
        string path = Path.Combine(_folder.FullName, "recording.csv");
        File.WriteAllText(path, text);
        return Of(new("recording.csv", path), options);
    }

    private string Refused(string text, HarvesterOptions options)
    {
        MemtiException error = Should.Throw<MemtiException>(() => Steps(text, options));
        error.Diagnostic.Code.ShouldBe(SupplyCodes.BadRecording);
        return error.Message;
    }
}
