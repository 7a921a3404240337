using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Firmware;
using Memti.Simulation.Codes;
using Memti.Simulation.Components;
using Memti.Simulation.Devices;
using Memti.Simulation.Devices.Accelerators;
using Memti.Simulation.Frames;
using Memti.Simulation.Masters.Managed;
using Memti.Simulation.Masters.Registers;
using Memti.Simulation.Systems;
using Memti.Simulation.Transfers;

namespace Memti.Simulation.Runs;

/// <summary>One run of firmware on a system over a workload. Single-threaded; several simulators may run in parallel.</summary>
public sealed class Simulator : ISimulation
{
    private readonly IFirmware _firmware;
    private readonly Hardware _hardware;
    private readonly SystemOnChip _master;
    private bool _hasRun;

    /// <summary>Builds the machine and computes the cost of all recurring work.</summary>
    /// <param name="system">The system.</param>
    /// <param name="workload">The frames.</param>
    /// <param name="firmware">The firmware.</param>
    /// <param name="options">Options of the run.</param>
    /// <param name="registers">The accelerator whose registers each inference is written to; null for inferences by plan.</param>
    /// <exception cref="MemtiException">A figure, a plan or a placement cannot be simulated.</exception>
    /// <exception cref="ArgumentException">The workload or an option contradicts itself.</exception>
    public Simulator(
        SystemDescription system,
        Workload workload,
        IFirmware firmware,
        SimulationOptions? options = null,
        RegisterSystem? registers = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(workload);
        ArgumentNullException.ThrowIfNull(firmware);
        options ??= new();
        WorkloadCheck.Verify(workload, options, system.Tasks.Count);
        _firmware = firmware;
        ComponentRegistry registry = new();
        SystemLayout layout = new(system, registry);
        _hardware = new(new(registry, options.ForMachine(system)), layout, workload, options.EstimateSteadyWear);
        IInferenceEngine engine = registers is null ? _hardware.Accelerator : new RegisterEngine(_hardware, registers);
        _master = new(_hardware, engine, firmware, options.MostAtOneMoment, scrubs: !options.EstimateSteadyWear);
        _hardware.Begin();
    }

    /// <inheritdoc />
    public long Heartbeat => _master.Guard.Beats;

    /// <summary>Runs the workload on the calling thread.</summary>
    /// <exception cref="MemtiException">
    /// <see cref="SimulationCodes.FirmwareThrew"/>, <see cref="SimulationCodes.FirmwareEnded"/>,
    /// <see cref="SimulationCodes.FirmwareStalled"/>, <see cref="SimulationCodes.NoProgress"/>, <see cref="SimulationCodes.LedgerOpen"/>
    /// or <see cref="DiagnosticCode.IllegalOperation"/>.
    /// </exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    /// <exception cref="InvalidOperationException">This simulator has run before.</exception>
    public SimulationResult Run(CancellationToken cancellation = default)
    {
        if (_hasRun)
            throw new InvalidOperationException("A simulator runs once; make another.");
        _hasRun = true;
        _master.Guard.Open(cancellation);
        // Firmware is resumed millions of times a second; without an execution context to flow, each resumption costs a call less.
        using AsyncFlowControl? flow = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        try
        {
            Finish(Drive(), cancellation);
            return new ResultAssembly(_hardware, _master.LastCost, core: null).Result();
        }
        finally
        {
            _master.Guard.Close();
        }
    }

    private Task Drive()
    {
        Task work = Begin();
        while (!work.IsCompleted)
        {
            if (!_master.Step())
                throw Stalled();
        }

        return work;
    }

    /// <summary>
    /// Starts the firmware as a task, which knows whether it is completed: a value task would find out at every event what it wraps.
    /// </summary>
    private Task Begin()
    {
        try
        {
            return _firmware.RunAsync(_master).AsTask();
        }
        catch (Exception error)
        {
            // An exception before the first await is handled like any later one.
            return Task.FromException(error);
        }
    }

    private void Finish(Task work, CancellationToken cancellation)
    {
        Rethrow(work, cancellation);
        if (!_hardware.Frames.IsOver)
            throw Ended();
        // Events that are still pending, such as the end of a background load, belong to the run and its energy.
        while (_master.Step())
        {
        }
    }

    /// <summary>Passes the simulator's own errors on unchanged, and wraps all other exceptions of the firmware.</summary>
    private static void Rethrow(Task work, CancellationToken cancellation)
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
            throw new MemtiException(SimulationCodes.FirmwareThrew, $"The firmware threw {error.GetType().Name}: {error.Message}", error);
        }
    }

    private static bool IsOurs(Exception error) => error is MemtiException
    {
        Diagnostic.Code: DiagnosticCode.IllegalOperation or SimulationCodes.NoProgress or SimulationCodes.FirmwareStalled
    };

    private static MemtiException Stalled() =>
        new(SimulationCodes.FirmwareStalled, "The firmware awaits something outside simulated time: nothing is left that could happen.");

    private MemtiException Ended() =>
        new(SimulationCodes.FirmwareEnded, $"The firmware returned after frame {_hardware.Frames.Last}, with frames still to come.");
}
