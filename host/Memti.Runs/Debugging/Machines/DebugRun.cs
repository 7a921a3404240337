using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Catalog;
using Memti.Runs.Codes;
using Memti.Runs.Planning;
using Memti.Runs.Running;
using Memti.Scenarios;
using Memti.Scenarios.Designs;
using Memti.Simulation.Masters.Cores;
using Memti.Simulation.Runs;

namespace Memti.Runs.Debugging.Machines;

/// <summary>Plans one design of a scenario and builds its machine for a debugger.</summary>
/// <param name="catalog">The kinds that the scenario names.</param>
/// <param name="request">What was asked for.</param>
/// <param name="console">Receives each byte of the firmware's console.</param>
/// <param name="cancellationToken">Ends the wait for a plugin.</param>
internal sealed class DebugRun(PluginCatalog catalog, RunRequest request, Action<byte> console, CancellationToken cancellationToken)
{
    /// <summary>The design that the request names, else the first one with an executable.</summary>
    public DebugOutcome Of(ScenarioSet scenario)
    {
        DesignScenario design = Chosen(scenario);
        try
        {
            return new DebugOutcome(Build(design, scenario.Seed), []);
        }
        catch (MemtiException error)
        {
            return new DebugOutcome(null, CaseErrors.Of([new RunCase(design, null, scenario.Seed)], [error.Diagnostic]));
        }
    }

    private DesignScenario Chosen(ScenarioSet scenario) => request.Designs.Count > 0
        ? scenario.Designs.First(design => design.Name == request.Designs[0])
        : scenario.Designs.FirstOrDefault(static design => design.Elf is not null) ?? scenario.Designs[0];

    private DebuggedDesign Build(DesignScenario design, long seed)
    {
        PlannedDesign planned = new DesignPlanner(catalog, request.Weights).Plan(design, seed, cancellationToken);
        if (planned.Machine is not { Processor: not null, Elf: { } elf } machine)
            throw NoProcessor();
        CoreSystem core = new CoreRun(catalog, cancellationToken).SystemOf(machine, console);
        var target = new MachineTarget(
            core.Executable,
            listener => new CoreSimulator(planned.System, planned.Workload, core, new SimulationOptions { Listener = listener }));
        return new DebuggedDesign(planned.Name, elf.Path, target);
    }

    private static MemtiException NoProcessor() => new(new Diagnostic(
        DebugCodes.NoProcessor,
        "there is no processor that executes an ELF file; permitted: a design with 'processor' and 'power.firmware.elf'.")
    {
        Permitted = "a design with 'processor' and 'power.firmware.elf'",
    });
}
