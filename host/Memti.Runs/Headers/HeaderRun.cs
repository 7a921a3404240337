using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Catalog;
using Memti.Runs.Planning;
using Memti.Runs.Running;
using Memti.Scenarios;
using Memti.Scenarios.Bindings;
using Memti.Scenarios.Designs;

namespace Memti.Runs.Headers;

/// <summary>Plans one design of a scenario and writes its headers.</summary>
/// <param name="catalog">The kinds that the scenario names.</param>
/// <param name="request">What was asked for.</param>
/// <param name="cancellationToken">Ends the wait for a plugin.</param>
internal sealed class HeaderRun(PluginCatalog catalog, RunRequest request, CancellationToken cancellationToken)
{
    /// <summary>The headers of the design that the request names, else of the first one that has a processor.</summary>
    public HeaderOutcome Of(ScenarioSet scenario)
    {
        DesignScenario design = Chosen(scenario);
        try
        {
            PlannedDesign planned = new DesignPlanner(catalog, request.Weights).Plan(design, scenario.Seed, cancellationToken);
            return new HeaderOutcome(FirmwareHeaders.Of(planned, scenario.Name, Program(design.Accelerator, planned)), []);
        }
        catch (MemtiException error)
        {
            return new HeaderOutcome(null, CaseErrors.Of([new RunCase(design, null, scenario.Seed)], [error.Diagnostic]));
        }
    }

    private DesignScenario Chosen(ScenarioSet scenario) =>
        request.Designs.Count > 0
            ? scenario.Designs.First(design => design.Name == request.Designs[0])
            : scenario.Designs.OrderByDescending(static design => (design.Elf is not null, design.Processor is not null)).First();

    private Func<int, NetworkAddresses, IReadOnlyList<LayerProgram>>? Program(ComponentSpec component, PlannedDesign design)
    {
        var factory = new ComponentFactory(catalog, cancellationToken);
        if (design.Machine is not { Accelerator: not null } machine || factory.Accelerator(component) is not IDeviceAccelerator accelerator)
            return null;
        return (task, addresses) => DiagnosticLocation.Findings(
            component, () => factory.Call(component, "ProgramOf", () => accelerator.ProgramOf(machine.Networks[task], addresses)));
    }
}
