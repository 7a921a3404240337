using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Guarding;
using Memti.Simulation.Codes;
using Memti.Simulation.Runs;

namespace Memti.Runs.Running;

/// <summary>
/// Runs a simulator on a thread that it has to itself and watches its heart: firmware is other people's code and may compute for ever,
/// which the simulator cannot interrupt. Such a thread is abandoned; it does not keep the process alive.
/// </summary>
internal static class FirmwareWatch
{
    /// <summary>Runs to the end.</summary>
    /// <param name="simulator">A simulator that has not run.</param>
    /// <param name="who">Who computes, for the message, such as <c>firmware 'duty-cycle'</c>.</param>
    /// <param name="limit">Longest time without a heartbeat; infinite for no watch.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="MemtiException"><see cref="SimulationCodes.NoProgress"/>, or what the run itself throws.</exception>
    public static SimulationResult Run(ISimulation simulator, string who, TimeSpan limit, CancellationToken cancellationToken)
    {
        var run = new TaskCompletionSource<SimulationResult>();
        CallThread.Start(() => Complete(run, simulator, cancellationToken));
        for (long beat = -1; !Finished(run.Task, limit);)
        {
            if (simulator.Heartbeat == beat)
                throw new MemtiException(
                    SimulationCodes.NoProgress,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{who} has computed for {limit.TotalSeconds} s without asking the simulator for anything; its "
                            + $"thread is abandoned."));
            beat = simulator.Heartbeat;
        }

        return run.Task.GetAwaiter().GetResult();
    }

    private static bool Finished(Task run, TimeSpan limit) => ((IAsyncResult)run).AsyncWaitHandle.WaitOne(limit);

    private static void Complete(TaskCompletionSource<SimulationResult> run, ISimulation simulator, CancellationToken cancellationToken)
    {
        try
        {
            run.SetResult(simulator.Run(cancellationToken));
        }
        catch (OperationCanceledException)
        {
            run.SetCanceled(cancellationToken);
        }
        catch (Exception error)
        {
            run.SetException(error);
        }
    }
}
