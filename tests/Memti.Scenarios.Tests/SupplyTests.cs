using Memti.Abstractions.Diagnostics;
using Memti.Documents.Codes;
using Memti.Scenarios.Codes;
using Memti.Scenarios.Supplies;
using Memti.Scenarios.Tests.Fakes;

namespace Memti.Scenarios.Tests;

public sealed class SupplyTests
{
    private static readonly string Text = Samples.Whole + """

        supply:
          source: { kind: sun, area_cm2: 4 }
          storage: { kind: cap, capacitance_uf: 47 }
          on_v: 3.0
          off_v: 2.4
          warning_v: 2.6
          check_interval_ms: 64
          quiescent_uw: 5
        """;

    [Fact]
    public void A_supply_is_a_chain_with_thresholds()
    {
        SupplySpec supply = Samples.OnlyDesign(Text).Supply.ShouldNotBeNull();
        (supply.OnVolts, supply.OffVolts, supply.WarningVolts, supply.DropoutVolts).ShouldBe((3.0, 2.4, 2.6, null));
        supply.CheckInterval.Milliseconds.ShouldBe(64);
        supply.Quiescent.Microwatts.ShouldBe(5, 1e-12);
        supply.Storage.Options.ShouldBeOfType<FakeStorageOptions>().CapacitanceUf.ShouldBe(47);
        supply.Source.ShouldNotBeNull().Kind.ShouldBe("sun");
        (supply.Charger, supply.Regulator).ShouldBe((null, null));
    }

    [Fact]
    public void A_design_without_the_section_always_has_enough() => Samples.OnlyDesign(Samples.Whole).Supply.ShouldBeNull();

    [Fact]
    public void A_rail_is_there_or_a_regulator()
    {
        Samples.OnlyDesign(Text, "supply.rail_nominal_v=3.3").Supply!.RailVolts.ShouldBe(3.3);
        Diagnostic finding = Samples.Read(Text + "\n  rail_nominal_v: 3.3\n  regulator: { kind: sun }\n").Findings
            .Single(static finding => finding.Severity == Severity.Error);
        (finding.Code, finding.Permitted).ShouldBe((DiagnosticCode.ValueOutOfRange, "one of them"));
    }

    [Fact]
    public void Overrides_reach_into_the_chain()
    {
        Samples.OnlyDesign(Text, "supply.storage.capacitance_uf=100").Supply!.Storage.Options
            .ShouldBeOfType<FakeStorageOptions>().CapacitanceUf.ShouldBe(100);
        string designs = Text + """

            designs:
              small: {}
              large: { supply: { source: { area_cm2: 40 } } }
            """;
        Samples.Read(designs).Scenario!.Designs.Select(static design => ((FakeSourceOptions)design.Supply!.Source!.Options).AreaCm2)
            .ShouldBe([4, 40]);
    }

    [Theory]
    [InlineData("supply.off_v=3", ScenarioCodes.SupplyThresholds, "below 'on_v', 3 V")]
    [InlineData("supply.off_v=3.5", ScenarioCodes.SupplyThresholds, "below 'on_v', 3 V")]
    [InlineData("supply.warning_v=2.4", ScenarioCodes.SupplyThresholds, "above 'off_v', 2.4 V")]
    [InlineData("supply.dropout_v=2.5", ScenarioCodes.SupplyThresholds, "up to 'off_v', 2.4 V")]
    [InlineData("supply.on_v=-1", DiagnosticCode.ValueOutOfRange, "1e-06 to 1000")]
    [InlineData("supply.on_v=.nan", DocumentCodes.WrongType, "number")]
    [InlineData("supply.on_volts=3", DocumentCodes.UnknownKey, "on_v")]
    [InlineData("supply.storage.kind=capp", ScenarioCodes.UnknownKind, "cap")]
    [InlineData("supply.storage.capacitance=3", DocumentCodes.UnknownKey, "capacitance_uf")]
    public void What_cannot_be_is_refused_with_its_place(string set, string code, string permitted)
    {
        // A threshold in the wrong place contradicts its neighbours, too.
        Samples.Read(Text, set).Findings.ShouldContain(finding =>
            finding.Severity == Severity.Error
            && finding.Code == code
            && finding.Message.Contains(permitted, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("  on_v: 3.0\n", "on_v")]
    [InlineData("  off_v: 2.4\n", "off_v")]
    [InlineData("  storage: { kind: cap, capacitance_uf: 47 }\n", "storage")]
    public void What_must_be_there_is_asked_for(string line, string key) =>
        Samples.Read(Text.Replace(line, "", StringComparison.Ordinal)).Findings.ShouldContain(
            finding => finding.Code == DocumentCodes.MissingKey && finding.Message.Contains(key));
}
