using Memti.Abstractions;
using Memti.Simulation;

namespace Memti.Hosting;

/// <summary>Runs a planned design: over its workload, and with frames back to back for its peak rate.</summary>
/// <param name="guard">Sets how long firmware may compute without asking the simulator for anything.</param>
public sealed class DesignRunner(PluginGuard guard)
{
    /// <summary>Patterns of the peak run: enough for the state to recur and the first, cold frame to vanish.</summary>
    private const long PeakPatterns = 4096;

    /// <summary>Runs a design.</summary>
    /// <param name="design">The design.</param>
    /// <param name="options">How the run over the workload is carried out.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="MemtiException">The firmware failed, or the ledger does not close.</exception>
    public DesignOutcome Run(PlannedDesign design, SimulationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(design);
        SimulationResult workload = Simulate(design, design.Workload, options ?? new SimulationOptions(), cancellationToken);
        return new DesignOutcome(design, workload, Simulate(design, BackToBack(design.Workload), new SimulationOptions(), cancellationToken));
    }

    /// <summary>Runs a design over a workload alone.</summary>
    /// <exception cref="MemtiException">The firmware failed, or the ledger does not close.</exception>
    internal SimulationResult RunWorkload(PlannedDesign design, Workload workload, SimulationOptions options, CancellationToken cancellationToken) =>
        Simulate(design, workload, options, cancellationToken);

    private static Workload BackToBack(Workload workload) => workload with
    {
        FreeRunning = true,
        Frames = PeakPatterns * workload.Pattern.Count,
        Deployments = [],
    };

    private SimulationResult Simulate(PlannedDesign design, Workload workload, SimulationOptions options, CancellationToken cancellationToken)
    {
        var simulator = new Simulator(design.System, workload, design.CreateFirmware(), options);
        return FirmwareWatch.Run(simulator, design.FirmwareKind, guard.Limit, cancellationToken);
    }
}
