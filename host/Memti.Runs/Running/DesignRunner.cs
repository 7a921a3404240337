using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Firmware;
using Memti.Plugins.Catalog;
using Memti.Plugins.Registry;
using Memti.Runs.Planning;
using Memti.Scenarios.Kinds;
using Memti.Simulation.Contents;
using Memti.Simulation.Frames;
using Memti.Simulation.Maps;
using Memti.Simulation.Masters.Registers;
using Memti.Simulation.Runs;
using Memti.Simulation.Supplies;
using Memti.Simulation.Wear;

namespace Memti.Runs.Running;

/// <summary>Runs a planned design: over its workload, and with frames back to back for its peak rate.</summary>
/// <param name="catalog">Makes the firmware, and sets how long it may compute without asking the simulator for anything.</param>
public sealed class DesignRunner(PluginCatalog catalog)
{
    /// <summary>Patterns of the peak run: enough for the state to recur and the first, cold frame to vanish.</summary>
    private const long PeakPatterns = 4096;

    /// <summary>The policy that firmware on a processor is compared with.</summary>
    public const string Policy = "duty-cycle";

    /// <summary>Takes lines that firmware writes to its console, with the name of the design; null for nobody.</summary>
    public Action<string, string>? Console { get; init; }

    /// <summary>Runs a design.</summary>
    /// <param name="design">The design.</param>
    /// <param name="options">How the run over the workload is carried out.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="MemtiException">The firmware failed, or the ledger does not close.</exception>
    public DesignOutcome Run(PlannedDesign design, SimulationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(design);
        SimulationResult workload =
            Simulate(design, design.Workload, options ?? new SimulationOptions(), cancellationToken, design.Supply?.System);
        if (design.Firmware.Options is ElfOptions)
            return new DesignOutcome(design, workload, Peak: null, Lifetimes: []);
        // Streams come by laws of their own: there is no rate at which the system could do most of them.
        SimulationResult? peak = design.Workload.Streams is null
            ? Simulate(design, BackToBack(design.Workload), new SimulationOptions(), cancellationToken)
            : null;
        return new DesignOutcome(design, workload, peak, [.. Lifetimes(workload, Settled(design, workload, cancellationToken))]);
    }

    private static IEnumerable<MemoryLifetime> Lifetimes(SimulationResult run, SteadyWear? steady) => steady is null
        ? []
        : run.Wear.Select((wear, memory) => MemoryLifetime.Of(wear, steady.Of(memory))).OfType<MemoryLifetime>();

    /// <summary>What recurs: the workload's own run says so unless it is too short or too irregular.</summary>
    private SteadyWear? Settled(PlannedDesign design, SimulationResult run, CancellationToken cancellationToken)
    {
        if (run.SteadyWear is not null || !run.Wear.Any(static wear => wear.Endurance is not null || wear.RetentionSeconds is not null))
            return run.SteadyWear;
        return Simulate(
            design,
            SteadyWear.Settling(design.Workload),
            new SimulationOptions { EstimateSteadyWear = true },
            cancellationToken).SteadyWear;
    }

    /// <summary>A design that firmware on a processor has run, under the duty-cycle policy and without the processor.</summary>
    /// <param name="outcome">The design as it ran.</param>
    /// <param name="options">How the run is carried out.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="MemtiException">The policy fails on this design.</exception>
    public DesignOutcome WithManaged(DesignOutcome outcome, SimulationOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        PlannedDesign managed = outcome.Design with
        {
            Firmware = FirmwareCandidate.Of(catalog, Policy).Component,
            Machine = null,
        };
        return outcome with
        {
            Managed = Simulate(managed, managed.Workload, options, cancellationToken, managed.Supply?.System),
        };
    }

    /// <summary>Runs a design over a workload alone, with a supply that always has enough.</summary>
    /// <param name="design">The design.</param>
    /// <param name="workload">The workload, in place of the design's own.</param>
    /// <param name="options">How the run is carried out.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="MemtiException">The firmware failed, or the ledger does not close.</exception>
    public SimulationResult RunWorkload(
        PlannedDesign design, Workload workload, SimulationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(design);
        return Simulate(design, workload, options ?? new SimulationOptions(), cancellationToken);
    }

    /// <summary>Runs a design over its workload with its supply alone.</summary>
    /// <param name="design">The design.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="MemtiException">The firmware failed, or energies do not balance.</exception>
    public SimulationResult RunSupplied(PlannedDesign design, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(design);
        return Simulate(design, design.Workload, new SimulationOptions(), cancellationToken, design.Supply?.System);
    }

    /// <summary>The frames that have a task, one after the other: the peak rate is that of frames worked on.</summary>
    private static Workload BackToBack(Workload workload)
    {
        IReadOnlyList<int>[] work = [.. workload.Pattern.Where(static tasks => tasks.Count > 0)];
        return workload with { FreeRunning = true, Pattern = work, Frames = PeakPatterns * work.Length, Deployments = [] };
    }

    private SimulationResult Simulate(
        PlannedDesign design,
        Workload workload,
        SimulationOptions options,
        CancellationToken cancellationToken,
        SupplySystem? supply = null)
    {
        if (design.Firmware.Options is ElfOptions)
            return Execute(design, workload, options, supply, cancellationToken);
        var factory = new ComponentFactory(catalog, cancellationToken);
        IFirmware firmware = factory.Firmware(design.Firmware);
        SuppliedFirmware? supplied = supply is null ? null : new(supply, () => factory.Firmware(design.Firmware));
        RegisterSystem? registers = design.Firmware.Kind == BuiltInFirmware.Registers ? RegistersOf(design, cancellationToken) : null;
        var run = new Simulator(design.System, workload, firmware, options, registers, supplied, BytesOf(design));
        return Watch(design, run, cancellationToken);
    }

    /// <summary>The bytes that managed firmware sees; null where no non-volatile memory has an address.</summary>
    internal static MappedBytes? BytesOf(PlannedDesign design, ColdStart? start = null) =>
        design.Machine is { } machine && TearingPlanner.WindowsOf(machine.Map, design.Memories).Any()
            ? new() { Map = machine.Map, Tearing = machine.Tearing, Start = start }
            : null;

    /// <summary>The accelerator of a design whose firmware writes its registers. Planning has seen that it has some.</summary>
    private RegisterSystem RegistersOf(PlannedDesign design, CancellationToken cancellationToken)
    {
        PlannedMachine machine = design.Machine!;
        return new RegisterSystem
        {
            Accelerator = (IDeviceAccelerator)new ComponentFactory(catalog, cancellationToken).Accelerator(machine.AcceleratorComponent),
            Map = machine.Map,
            Networks = machine.Networks,
        };
    }

    private SimulationResult Execute(
        PlannedDesign design, Workload workload, SimulationOptions options, SupplySystem? supply, CancellationToken cancellationToken)
    {
        ConsoleLines? lines = Console is { } console ? new ConsoleLines(line => console(design.Name, line)) : null;
        try
        {
            var run = new CoreRun(catalog, cancellationToken);
            return Watch(design, run.NameOf(design), run.Of(design, workload, options, lines, supply), cancellationToken);
        }
        finally
        {
            lines?.Flush();
        }
    }

    /// <summary>Runs managed firmware to its end on a thread of its own.</summary>
    /// <exception cref="MemtiException">The firmware failed, or computes without end.</exception>
    internal SimulationResult Watch(PlannedDesign design, Simulator run, CancellationToken cancellationToken) =>
        Watch(design, $"firmware '{design.Firmware.Kind}'", run, cancellationToken);

    private SimulationResult Watch(PlannedDesign design, string who, ISimulation simulation, CancellationToken cancellationToken) =>
        FirmwareWatch.Run(simulation, who, CodeOf(design), catalog.Guard, cancellationToken);

    /// <summary>Whose code the run executes: that of the policy, or of the processor that executes firmware.</summary>
    private Registration CodeOf(PlannedDesign design) =>
        (design.Firmware.Options is ElfOptions && design.Machine?.Processor is { } core
            ? catalog.Find(core.Category, core.Kind)
            : catalog.Find(design.Firmware.Category, design.Firmware.Kind))
        ?? throw new InvalidOperationException($"firmware '{design.Firmware.Kind}' was planned, and no plugin offers it.");
}
