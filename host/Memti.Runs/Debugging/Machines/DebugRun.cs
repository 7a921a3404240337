using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Processors;
using Memti.Plugins.Catalog;
using Memti.Runs.Codes;
using Memti.Runs.Executables;
using Memti.Runs.Planning;
using Memti.Runs.Running;
using Memti.Scenarios;
using Memti.Scenarios.Designs;
using Memti.Simulation.Executables;
using Memti.Simulation.Maps;
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
    private readonly ComponentFactory _factory = new(catalog, cancellationToken);

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
            throw NoProcessor(planned.Name);
        IProcessor processor = _factory.Processor(machine.Processor);
        Executable executable = ElfReader.Read(elf.Path, processor.Figures.ElfMachine);
        ElfReader.Place(executable, [.. machine.Map.Windows.Where(static window => window.HasBytes).Select(RangeOf)]);
        var core = new CoreSystem
        {
            Processor = processor,
            Executable = executable,
            Map = machine.Map,
            Accelerator = machine.Accelerator is null ? null : _factory.Accelerator(design.Accelerator) as IDeviceAccelerator,
            Networks = machine.Networks,
            Console = console,
        };
        var target = new MachineTarget(
            executable,
            listener => new CoreSimulator(planned.System, planned.Workload, core, new SimulationOptions { Listener = listener }));
        return new DebuggedDesign(planned.Name, elf.Path, target);
    }

    private static MappedRange RangeOf(MappedMemory window) => new(window.Name, window.Range.Base, (long)window.Range.Size);

    private static MemtiException NoProcessor(string design) => new(new Diagnostic(
        DebugCodes.NoProcessor,
        $"design '{design}' has no processor that executes an ELF file; permitted: a design with 'processor' and 'power.firmware.elf'.")
    {
        Permitted = "a design with 'processor' and 'power.firmware.elf'",
    });
}
