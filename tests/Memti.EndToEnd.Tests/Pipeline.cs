using Memti.Networks.Presets;
using Memti.Plugins.Catalog;
using Memti.Plugins.Finding;
using Memti.Plugins.Guarding;
using Memti.Runs;
using Memti.Runs.Costs;
using Memti.Runs.Networks;
using Memti.Runs.Reports;
using Memti.Runs.Running;

namespace Memti.EndToEnd.Tests;

/// <summary>The run pipeline in this process, with the plugins of the built executable.</summary>
internal static class Pipeline
{
    private static readonly Lazy<PluginCatalog> Catalog = new(Load);

    public static PluginCatalog Plugins => Catalog.Value;

    public static RunOutcome Run(string scenario, params string[] overrides) =>
        Run(new RunRequest { ScenarioFile = scenario, Overrides = overrides, Sensitivity = false });

    public static RunOutcome Run(RunRequest request) => new RunPipeline(Catalog.Value).Run(request);

    /// <summary>Runs the paper's scenario with overrides; the run must succeed.</summary>
    public static Dictionary<string, DesignReport> Paper(params string[] overrides)
    {
        RunOutcome outcome = Run(Built.PaperScenario, overrides);
        return outcome.Report.ShouldNotBeNull(string.Join('\n', outcome.Findings)).Designs.ToDictionary(static design => design.Name);
    }

    private static PluginCatalog Load()
    {
        var catalog = new PluginCatalog(PluginGuard.Create());
        catalog.AddBuiltIn(BuiltInFirmware.Id, new BuiltInFirmware());
        catalog.AddBuiltIn(BuiltInNetworks.Id, new BuiltInNetworks(NetworkCatalog.Find(Built.Networks)));
        catalog.AddBuiltIn(BuiltInCosts.Id, new BuiltInCosts());
        catalog.AddFound(new PluginSearch { HostFolder = Built.Plugins });
        catalog.Diagnostics.ShouldBeEmpty();
        return catalog;
    }
}
