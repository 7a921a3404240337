using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Firmware;
using Memti.Plugins.Guarding;
using Memti.Plugins.Output;
using Memti.Plugins.Registry;
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
    /// <param name="code">Whose code it is.</param>
    /// <param name="guard">Sets the longest time of that code's own without a heartbeat, and words what it threw.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="MemtiException"><see cref="SimulationCodes.NoProgress"/>, or what the run itself throws.</exception>
    public static SimulationResult Run(
        ISimulation simulator, string who, Registration code, PluginGuard guard, CancellationToken cancellationToken)
    {
        SimulationResult? result = null;
        var call = new TracedCall(() => result = simulator.Run(cancellationToken), guard.ShowsStack);
        CallThread thread = CallThread.Start(() => PluginOutput.Run(code.PluginId, () => Complete(call)));
        var watch = new CallWatch(thread, guard.Limit);
        // A cancelled run ends by itself, and its thread is not abandoned.
        for (long beat = -1; !watch.Wait(call.Ended, CancellationToken.None); beat = simulator.Heartbeat)
        {
            if (simulator.Heartbeat != beat)
                watch.Restart();
            else if (watch.IsOver)
                throw NoProgress(who, guard, call.Stand(thread));
        }

        try
        {
            call.ThrowError();
            return result!;
        }
        catch (MemtiException error) when (error is { Diagnostic.Code: SimulationCodes.FirmwareThrew, InnerException: { } inner })
        {
            Diagnostic threw = guard.Fault(code.Target(nameof(IFirmware.RunAsync)), inner).Diagnostic;
            throw new MemtiException(error.Diagnostic with { Message = threw.Message, File = threw.File }, inner);
        }
    }

    private static MemtiException NoProgress(string who, PluginGuard guard, string? stack)
    {
        string seconds = guard.Limit.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        string text = $"{who} has computed for {seconds} s without asking the simulator for anything; its thread is abandoned.";
        return new MemtiException(SimulationCodes.NoProgress, text + PluginGuard.LinesOf(stack));
    }

    private static bool Complete(TracedCall call)
    {
        call.Run();
        return true;
    }
}
