using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Firmware;
using Memti.Simulation.Frames;
using Memti.Simulation.Systems;

namespace Memti.Simulation.Runs;

/// <summary>One run of firmware on a system over a workload. Single-threaded: many simulators may run side by side.</summary>
public sealed class Simulator
{
    private readonly IFirmware _firmware;
    private readonly Chip _chip;
    private bool _hasRun;

    /// <summary>Works out every operation of the system.</summary>
    /// <exception cref="MemtiException">A figure, a plan or a placement that cannot be simulated.</exception>
    /// <exception cref="ArgumentException">A workload or an option that contradicts itself.</exception>
    public Simulator(SystemDescription system, Workload workload, IFirmware firmware, SimulationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(workload);
        ArgumentNullException.ThrowIfNull(firmware);
        options ??= new();
        WorkloadCheck.Verify(workload, options, system.Tasks.Count);
        _firmware = firmware;
        _chip = new(new(system), workload, firmware, options);
    }

    /// <summary>
    /// Grows while the run goes on; may be read on any thread. Firmware that computes for ever without asking the simulator for anything
    /// cannot be interrupted from here: its host sees a heart that stands still.
    /// </summary>
    public long Heartbeat => _chip.Guard.Beats;

    /// <summary>Runs the workload on the calling thread.</summary>
    /// <exception cref="MemtiException">
    /// <see cref="DiagnosticCode.FirmwareThrew"/>, <see cref="DiagnosticCode.FirmwareEnded"/>, <see
    /// cref="DiagnosticCode.FirmwareStalled"/>,
    /// <see cref="DiagnosticCode.NoProgress"/>, <see cref="DiagnosticCode.LedgerOpen"/> or <see cref="DiagnosticCode.IllegalOperation"/>.
    /// </exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    /// <exception cref="InvalidOperationException">This simulator has run before.</exception>
    public SimulationResult Run(CancellationToken cancellation = default)
    {
        if (_hasRun)
            throw new InvalidOperationException("A simulator runs once; make another.");
        _hasRun = true;
        _chip.Guard.Open(cancellation);
        // Firmware is resumed millions of times a second; without a context to flow, each costs a call less.
        using AsyncFlowControl? flow = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        try
        {
            Finish(Drive(), cancellation);
            return _chip.Result();
        }
        finally
        {
            _chip.Guard.Close();
        }
    }

    private ValueTask Drive()
    {
        ValueTask work = Begin();
        while (!work.IsCompleted)
        {
            if (!_chip.Step())
                throw Stalled();
        }

        return work;
    }

    private ValueTask Begin()
    {
        try
        {
            return _firmware.RunAsync(_chip);
        }
        catch (Exception error)
        {
            return ValueTask.FromException(error);
        }
    }

    private void Finish(ValueTask work, CancellationToken cancellation)
    {
        Rethrow(work, cancellation);
        if (!_chip.IsOver)
            throw Ended();
        while (_chip.Step())
        {
        }
    }

    /// <summary>The simulator's own findings pass as they are; whatever else the firmware threw is wrapped.</summary>
    private static void Rethrow(ValueTask work, CancellationToken cancellation)
    {
        try
        {
            work.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception error) when (!IsOurs(error))
        {
            throw new MemtiException(DiagnosticCode.FirmwareThrew, $"The firmware threw {error.GetType().Name}: {error.Message}", error);
        }
    }

    private static bool IsOurs(Exception error) => error is MemtiException
    {
        Diagnostic.Code: DiagnosticCode.IllegalOperation or DiagnosticCode.NoProgress or DiagnosticCode.FirmwareStalled
    };

    private static MemtiException Stalled() =>
        new(DiagnosticCode.FirmwareStalled, "The firmware awaits something outside simulated time: nothing is left that could happen.");

    private MemtiException Ended() =>
        new(DiagnosticCode.FirmwareEnded, $"The firmware returned after frame {_chip.LastFrame}, with frames still to come.");
}
