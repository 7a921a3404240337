using Memti.Abstractions.Diagnostics;
using Memti.Scenarios.Tests.Fakes;

namespace Memti.Scenarios.Tests;

/// <summary>Broken scenarios and calibration files give a scenario or findings.</summary>
public sealed class ScenarioFuzzTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Broken_scenarios_give_a_scenario_or_findings() => FuzzedReader.Read(
        1,
        [
            Samples.Whole,
            File.ReadAllText(RepositoryFiles.Of("samples", "scenarios", "memti-paper.memti.yaml")),
            File.ReadAllText(RepositoryFiles.Of("samples", "scenarios", "field-update.memti.yaml")),
            Samples.Whole + "\ndesigns: &a { one: { workload: { fps: 15 } }, two: {} }\nnames: *a\n",
        ],
        Read);

    [Fact]
    public void Oversized_scenarios_give_findings() => FuzzedReader.ReadOversized(Samples.Whole, Read);

    [Fact]
    public void Broken_calibration_files_give_a_scenario_or_findings()
    {
        string scenario = _folder.Write("a.memti.yaml", Samples.Whole + "\ncalibration: fit.yaml\n");
        FuzzedReader.Read(
            2,
            [
                "memti_calibration: 1\nname: fit\nvalues:\n  sram.capacity_kib: { value: 3, status: fitted, source: a }\n",
                File.ReadAllText(RepositoryFiles.Of("samples", "scenarios", "memti-paper.calibration.yaml")),
            ],
            text => Calibrated(scenario, text));
    }

    [Fact]
    public void Oversized_calibration_files_give_findings()
    {
        string scenario = _folder.Write("a.memti.yaml", Samples.Whole + "\ncalibration: fit.yaml\n");
        FuzzedReader.ReadOversized("memti_calibration: 1\nname: fit\nvalues: {}\n", text => Calibrated(scenario, text));
    }

    public void Dispose() => _folder.Dispose();

    private static void Read(string text) => Judge(Samples.Read(text));

    private void Calibrated(string scenario, string text)
    {
        _folder.Write("fit.yaml", text);
        Judge(new ScenarioReader(new FakeCatalog()).ReadFile(scenario));
    }

    private static void Judge(ScenarioResult result) =>
        (result.Scenario is null).ShouldBe(result.Findings.Any(static finding => finding.Severity == Severity.Error));
}
