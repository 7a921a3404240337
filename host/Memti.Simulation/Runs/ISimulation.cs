namespace Memti.Simulation.Runs;

/// <summary>One run of firmware on a system over a workload.</summary>
public interface ISimulation
{
    /// <summary>
    /// Increases while the run makes progress. May be read on any thread. The simulator cannot interrupt firmware that computes without end
    /// and without a call: its host sees a heartbeat that stands still.
    /// </summary>
    long Heartbeat { get; }

    /// <summary>Runs the workload on the calling thread.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    SimulationResult Run(CancellationToken cancellation = default);
}
