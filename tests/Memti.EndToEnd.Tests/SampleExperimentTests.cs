using Memti.Abstractions.Diagnostics;
using Memti.Runs.Planning;
using Memti.Training.Experiments;

namespace Memti.EndToEnd.Tests;

/// <summary>The experiments that ship can be read by the plugins that ship, and find what they name.</summary>
public sealed class SampleExperimentTests
{
    private const long MostBackboneBytes = 12_000_000;

    [Theory]
    [InlineData("figure1.yaml")]
    [InlineData("embedded.yaml")]
    [InlineData("fluctuation.yaml")]
    [InlineData("fluctuation-cifar10.yaml")]
    public void An_experiment_has_no_findings_and_a_backbone(string name)
    {
        string file = Path.Combine(Built.Root, "samples", "experiments", name);

        Experiment? experiment = ExperimentReader.ReadFile(
            file, new CatalogKinds(Pipeline.Plugins), out IReadOnlyList<Diagnostic> findings);

        findings.ShouldBeEmpty();
        string backbone = experiment.ShouldNotBeNull().Beside(experiment.BackboneFile.ShouldNotBeNull());
        File.Exists(backbone).ShouldBeTrue(backbone);
        File.Exists(backbone + ".json").ShouldBeTrue("what it came from");
        new FileInfo(backbone).Length.ShouldBeLessThan(MostBackboneBytes);
    }
}
