using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Plugins;
using Memti.Documents.Codes;
using Memti.Documents.Numbers;
using Memti.Scenarios.Bindings;
using Memti.Scenarios.Calibrations;
using Memti.Scenarios.Codes;
using Memti.Scenarios.Designs;
using Memti.Scenarios.Tests.Fakes;

namespace Memti.Scenarios.Tests;

public sealed class CalibrationTests : IDisposable
{
    private const string Head = "memti_calibration: 1\nname: fit\nvalues:\n";
    private const string Entry =
        "  rram.read_rate_gbs: { value: 8.486, status: fitted, source: Table 2, fitted_to: [all-sram.max_fps], moves: [max_fps, "
            + "power_mw] }\n";

    private readonly TemporaryFolder _folder = new();
    private string _scenario = "";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_value_is_the_default_of_its_key()
    {
        ScenarioSet set = Valid(Head + Entry);

        Shared(set).ReadRate.GigabytesPerSecond.ShouldBe(8.486, 1e-12);
        set.Designs[0].Memories[1].Component.Calibrated.ShouldBe(set.Calibration.ShouldNotBeNull().Entries);
    }

    [Fact]
    public void An_explicit_key_wins()
    {
        ScenarioSet set = Valid(Head + Entry, "memories.shared.read_rate_gbs=2");

        Shared(set).ReadRate.GigabytesPerSecond.ShouldBe(2, 1e-12);
        set.Designs[0].Memories[1].Component.Calibrated.ShouldBeEmpty();
    }

    [Fact]
    public void A_moved_number_takes_the_place_of_the_calibrated_one_and_leaves_the_design_as_it_was()
    {
        DesignScenario design = Valid(Head + Entry).Designs[0];
        DesignScenario moved = design.With("rram", "read_rate_gbs", "4").ShouldNotBeNull();

        ((FakeRramOptions)moved.Memories[1].Component.Options).ReadRate.GigabytesPerSecond.ShouldBe(4, 1e-12);
        ((FakeRramOptions)design.Memories[1].Component.Options).ReadRate.GigabytesPerSecond.ShouldBe(8.486, 1e-12);
        moved.Memories[1].Component.Content.ShouldNotBe(design.Memories[1].Component.Content);
        moved.Memories[0].ShouldBe(design.Memories[0]);
    }

    [Fact]
    public void A_number_of_the_scenario_itself_does_not_move()
    {
        DesignScenario design = Valid(Head + Entry, "memories.shared.read_rate_gbs=2").Designs[0];

        ((FakeRramOptions)design.With(
            "rram", "read_rate_gbs", "4").ShouldNotBeNull().Memories[1].Component.Options).ReadRate.GigabytesPerSecond.ShouldBe(2, 1e-12);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("fast")]
    public void A_number_moves_only_to_what_its_key_takes(string value) =>
        Valid(Head + Entry).Designs[0].With("rram", "read_rate_gbs", value).ShouldBeNull();

    [Fact]
    public void A_moved_component_has_all_that_the_scenario_said_of_it()
    {
        DesignScenario design = Valid(Head + Entry, "memories.shared.bits_per_cell=2").Designs[0];

        ((FakeRramOptions)design.With("rram", "read_rate_gbs", "4").ShouldNotBeNull().Memories[1].Component.Options).BitsPerCell
            .ShouldBe(2);
    }

    [Fact]
    public void A_source_can_state_a_range()
    {
        string text = Head + "  rram.read_rate_gbs: { value: 8.486, status: fitted, source: Table 2, range: [4, 16] }\n";
        ValueRange? stated = Valid(text).Calibration.ShouldNotBeNull().Entries.ShouldHaveSingleItem().Stated;
        stated.ShouldBe(new ValueRange(4, 16));
    }

    [Fact]
    public void A_report_can_say_what_is_known_of_a_value()
    {
        Calibration calibration = Valid(Head + Entry).Calibration.ShouldNotBeNull();
        CalibrationEntry entry = calibration.Entries.ShouldHaveSingleItem();

        calibration.Name.ShouldBe("fit");
        (entry.Kind, entry.Key, entry.Value, entry.Status, entry.Source).ShouldBe(
            ("rram", "read_rate_gbs", "8.486", NumberStatus.Fitted, "Table 2"));
        entry.FittedTo.ShouldBe(["all-sram.max_fps"]);
        entry.Moves.ShouldBe(["max_fps", "power_mw"]);
    }

    [Fact]
    public void Every_category_can_be_calibrated()
    {
        const string Text = Head + """
              duty-cycle.margin: { value: 2, status: assumed, source: s }
              nvdla.macs: { value: 8, status: assumed, source: s }
              resnet26-adapters.weight_seed: { value: 5, status: assumed, source: s }
            """;
        DesignScenario design = Valid(Text, "power.firmware=duty-cycle", "accelerator.macs=null").Designs[0];

        ((FakeDutyCycleOptions)design.Firmware.Options).Margin.ShouldBe(2);
        ((FakeEngineOptions)design.Accelerator.Options).Macs.ShouldBe(8);
        ((FakeNetworkOptions)design.Network.Options).WeightSeed.ShouldBe(5);
    }

    [Theory]
    [InlineData(
        "  rrm.read_rate_gbs: { value: 8, status: fitted, source: s }", ScenarioCodes.UnknownKind, "values.rrm.read_rate_gbs", "rram")]
    [InlineData(
        "  rram.read_rate: { value: 8, status: fitted, source: s }", DocumentCodes.UnknownKey, "values.rram.read_rate", "read_rate_gbs")]
    [InlineData(
        "  rram: { value: 8, status: fitted, source: s }",
        DocumentCodes.UnknownKey,
        "values.rram",
        "bits_per_cell, set_pulse_ns, layout, endurance, verify, cell, read_rate_gbs")]
    [InlineData(
        "  rram.bits_per_cell: { value: 9, status: fitted, source: s }",
        DiagnosticCode.ValueOutOfRange,
        "values.rram.bits_per_cell.value",
        "1 to 4")]
    [InlineData(
        "  rram.bits_per_cell: { value: many, status: fitted, source: s }",
        DocumentCodes.WrongType,
        "values.rram.bits_per_cell.value",
        "a whole number")]
    [InlineData(
        "  rram.bits_per_cell: { value: 2, status: guessed, source: s }",
        DiagnosticCode.ValueOutOfRange,
        "values.rram.bits_per_cell.status",
        "measured, published, derived, fitted, assumed")]
    [InlineData(
        "  rram.bits_per_cell: { value: 2, source: s }",
        DocumentCodes.MissingKey,
        "values.rram.bits_per_cell.status",
        "measured, published, derived, fitted, assumed")]
    [InlineData(
        "  rram.bits_per_cell: { value: 2, status: fitted }",
        DocumentCodes.MissingKey,
        "values.rram.bits_per_cell.source",
        "where the value comes from")]
    [InlineData(
        "  rram.bits_per_cell: { status: fitted, source: s }",
        DocumentCodes.MissingKey,
        "values.rram.bits_per_cell.value",
        "the value of the key")]
    [InlineData(
        "  rram.bits_per_cell: { value: 2, status: fitted, source: s, move: [a] }",
        DocumentCodes.UnknownKey,
        "values.rram.bits_per_cell.move",
        "moves")]
    [InlineData("  rram.bits_per_cell: 2", DocumentCodes.WrongType, "values.rram.bits_per_cell", "a mapping")]
    [InlineData(
        "  rram.bits_per_cell: { value: 2, status: fitted, source: s, range: [3, 4] }",
        DiagnosticCode.ValueOutOfRange,
        "values.rram.bits_per_cell.range",
        "a list of two numbers, the lesser first, with the value between them")]
    [InlineData(
        "  rram.bits_per_cell: { value: 2, status: fitted, source: s, range: 1 to 3 }",
        DocumentCodes.WrongType,
        "values.rram.bits_per_cell.range",
        "a list of two numbers, the lesser first")]
    public void What_is_wrong_in_a_calibration_is_found_there(string entry, string code, string key, string permitted)
    {
        Diagnostic finding = Only(Head + entry);

        (finding.Code, finding.Key, finding.Permitted, finding.Line).ShouldBe((code, key, permitted, 4));
        finding.File.ShouldNotBeNull().ShouldEndWith("fit.yaml");
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("memti_calibration: 2\nvalues: {}", 1)]
    [InlineData("memti_calibration: 1\nvalues: {", 2)]
    public void A_calibration_that_cannot_be_used_is_MEMTI2012(string text, int line)
    {
        Diagnostic finding = Only(text);

        (finding.Code, finding.Line).ShouldBe((ScenarioCodes.BadCalibration, line));
        finding.File.ShouldNotBeNull().ShouldEndWith("fit.yaml");
    }

    [Fact]
    public void A_calibration_that_is_not_there_is_MEMTI2012_where_it_is_named()
    {
        Diagnostic finding = Samples.Read(Samples.Whole + "\ncalibration: none.yaml").Findings.ShouldHaveSingleItem();

        (finding.Code, finding.Key, finding.File, finding.Line).ShouldBe((ScenarioCodes.BadCalibration, "calibration", Samples.File, 14));
    }

    [Fact]
    public void Findings_of_the_scenario_come_before_those_of_its_calibration() =>
        Read(Head + "  rram.bits: { value: 1, status: fitted, source: s }", "memories.shared.bits=1", "system.x=1").Findings
            .Select(static finding => Path.GetFileName(finding.File))
            .ShouldBe(["fit.yaml", "--set", "--set"]);

    [Fact]
    public void What_is_said_of_a_technology_holds_for_the_kinds_that_cell_files_of_it_offer_but_for_which_cell_it_is()
    {
        const string Text = Head + """
              rram.read_rate_gbs: { value: 2, status: fitted, source: s }
              rram.cell: { value: 53f2, status: fitted, source: s }
              rram-data.endurance: { value: 5, status: fitted, source: s }
              rram.endurance: { value: 6, status: fitted, source: s }
            """;
        ScenarioResult result = ReadWith(Offering, Text, []);
        result.Findings.ShouldBeEmpty();
        ComponentSpec component = result.Scenario.ShouldNotBeNull().Designs[0].Memories[1].Component;
        var options = (FakeRramOptions)component.Options;

        options.ReadRate.GigabytesPerSecond.ShouldBe(2);
        options.Cell.ShouldBe("4f2");
        options.Endurance.ShouldBe(5);
        component.Calibrated
            .Select(static entry => $"{entry.Kind}.{entry.Key}")
            .ShouldBe(["rram-data.endurance", "rram.read_rate_gbs"], ignoreOrder: true);
    }

    [Fact]
    public void A_moved_number_of_a_technology_reaches_the_kinds_of_it() =>
        ((FakeRramOptions)ReadWith(Offering, Head + Entry, []).Scenario.ShouldNotBeNull().Designs[0]
            .With("rram", "read_rate_gbs", "4").ShouldNotBeNull().Memories[1].Component.Options).ReadRate.GigabytesPerSecond.ShouldBe(
                4, 1e-12);

    private static FakeCatalog Offering =>
        new FakeCatalog().With<FakeRramOptions>(PluginContract.Memory, "rram-data").OfTechnology("rram-data", "rram");

    private ScenarioResult ReadWith(FakeCatalog catalog, string calibration, string[] overrides)
    {
        _folder.Write("fit.yaml", calibration);
        string scenario = _folder.Write(
            "data.memti.yaml",
            Samples.Whole.Replace("kind: rram", "kind: rram-data", StringComparison.Ordinal) + "\ncalibration: fit.yaml");
        return new ScenarioReader(catalog).ReadFile(scenario, overrides);
    }

    private static FakeRramOptions Shared(ScenarioSet set) => (FakeRramOptions)set.Designs[0].Memories[1].Component.Options;

    private ScenarioSet Valid(string calibration, params string[] overrides)
    {
        ScenarioResult result = Read(calibration, overrides);
        result.Findings.ShouldBeEmpty();
        return result.Scenario.ShouldNotBeNull();
    }

    private Diagnostic Only(string calibration) => Read(calibration).Findings.ShouldHaveSingleItem();

    private ScenarioResult Read(string calibration, params string[] overrides)
    {
        _folder.Write("fit.yaml", calibration);
        _scenario = _folder.Write("a.memti.yaml", Samples.Whole + "\ncalibration: fit.yaml\n");
        return new ScenarioReader(new FakeCatalog()).ReadFile(_scenario, overrides);
    }
}
