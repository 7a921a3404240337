using Memti.Abstractions.Plugins;
using Memti.Arrays;
using Memti.Build.Tasks;
using Memti.Networks;
using Memti.Plugins.Adapters;
using Memti.Plugins.Dram;
using Memti.Plugins.Flash;
using Memti.Plugins.Nvdla;
using Memti.Plugins.Rram;
using Memti.Plugins.Sram;
using Memti.Runs;
using Memti.Scenarios;
using Memti.Simulation.Runs;
using Memti.Training.Datasets;
using Memti.Training.Runs;
using Memti.Training.Weights.Projects;
using Memti.WeightImages.Manifests;

namespace Memti.Architecture.Tests;

/// <summary>Who may reference whom. A new arrow is a decision, made here.</summary>
public sealed class ArrowTests
{
    [Theory]
    [InlineData(typeof(IMemtiPlugin))]
    [InlineData(typeof(ArraySolver), "Memti.Abstractions")]
    [InlineData(typeof(ScenarioReader), "Memti.Abstractions")]
    [InlineData(typeof(DatasetSource), "Memti.Abstractions")]
    [InlineData(typeof(NetworkFile), "Memti.Abstractions", "Memti.Scenarios")]
    [InlineData(typeof(Simulator), "Memti.Abstractions")]
    [InlineData(typeof(WeightManifest), "Memti.Abstractions", "Memti.Arrays", "Memti.Scenarios")]
    [InlineData(
        typeof(RunPipeline),
        "Memti.Abstractions",
        "Memti.Arrays",
        "Memti.Datasets",
        "Memti.Images",
        "Memti.Networks",
        "Memti.Scenarios",
        "Memti.Simulation")]
    [InlineData(typeof(TrainingRun), "Memti.Abstractions", "Memti.Arrays", "Memti.Datasets", "Memti.Hosting", "Memti.Scenarios")]
    [InlineData(
        typeof(WeightProject),
        "Memti.Abstractions",
        "Memti.Datasets",
        "Memti.Hosting",
        "Memti.Images",
        "Memti.Scenarios",
        "Memti.Training")]
    [InlineData(typeof(RetrainAdapters))]
    [InlineData(typeof(SramPlugin), "Memti.Abstractions")]
    [InlineData(typeof(RramPlugin), "Memti.Abstractions")]
    [InlineData(typeof(DramPlugin), "Memti.Abstractions")]
    [InlineData(typeof(FlashPlugin), "Memti.Abstractions")]
    [InlineData(typeof(NvdlaPlugin), "Memti.Abstractions")]
    [InlineData(typeof(AdaptersPlugin), "Memti.Abstractions", "Memti.Tensors")]
    public void An_assembly_references_only_what_its_place_permits(Type inside, params string[] permitted) => inside.Assembly
        .GetReferencedAssemblies()
        .Select(static name => name.Name!)
        .Where(static name => name.StartsWith("Memti.", StringComparison.Ordinal))
        .ShouldBeSubsetOf(permitted);

    [Fact]
    public void The_contract_needs_nothing_but_the_platform() => typeof(IMemtiPlugin).Assembly
        .GetReferencedAssemblies()
        .Select(static name => name.Name!)
        .ShouldAllBe(static name => name.StartsWith("System.", StringComparison.Ordinal) || name == "netstandard");

    [Fact]
    public void A_build_loads_nothing_for_the_tasks_but_what_it_has() => typeof(RetrainAdapters).Assembly
        .GetReferencedAssemblies()
        .Select(static name => name.Name!)
        .ShouldAllBe(
            static name =>
                name.StartsWith("System.", StringComparison.Ordinal)
                    || name == "Microsoft.Win32.Primitives"
                    || name.StartsWith("Microsoft.Build.", StringComparison.Ordinal));
}
