using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Firmware;
using Memti.Simulation.Codes;
using Memti.Simulation.Components;
using Memti.Simulation.Contents;
using Memti.Simulation.Devices;
using Memti.Simulation.Devices.Accelerators;
using Memti.Simulation.Devices.Memories;
using Memti.Simulation.Frames;
using Memti.Simulation.Maps;
using Memti.Simulation.Masters.Managed;
using Memti.Simulation.Masters.Registers;
using Memti.Simulation.Supplies;
using Memti.Simulation.Systems;
using Memti.Simulation.Transfers;

namespace Memti.Simulation.Runs;

/// <summary>One run of firmware on a system over a workload. Single-threaded; several simulators may run in parallel.</summary>
public sealed class Simulator : ISimulation
{
    private readonly Hardware _hardware;
    private readonly SystemOnChip _master;
    private readonly SupplyDevice? _supply;
    private readonly Func<IFirmware>? _reboot;
    private readonly StoredBytes? _bytes;
    private readonly ColdStart? _start;
    private IFirmware _firmware;
    private Task? _work;
    private bool _hasRun;

    /// <summary>Builds the machine and computes the cost of all recurring work.</summary>
    /// <param name="system">The system.</param>
    /// <param name="workload">The frames.</param>
    /// <param name="firmware">The firmware.</param>
    /// <param name="options">Options of the run.</param>
    /// <param name="registers">The accelerator whose registers each inference is written to; null for inferences by plan.</param>
    /// <param name="supply">The supply; null for one that always has enough.</param>
    /// <param name="bytes">Bytes of non-volatile memories; null where firmware sees none.</param>
    /// <exception cref="MemtiException">A figure, a plan or a placement cannot be simulated.</exception>
    /// <exception cref="ArgumentException">The workload or an option contradicts itself.</exception>
    public Simulator(
        SystemDescription system,
        Workload workload,
        IFirmware firmware,
        SimulationOptions? options = null,
        RegisterSystem? registers = null,
        SuppliedFirmware? supply = null,
        MappedBytes? bytes = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(workload);
        ArgumentNullException.ThrowIfNull(firmware);
        options ??= new();
        WorkloadCheck.Verify(workload, options, system.Tasks.Count);
        (_firmware, _reboot) = (firmware, supply?.Reboot);
        ComponentRegistry registry = new();
        SystemLayout layout = new(system, registry);
        _hardware = new(new(registry, options.ForMachine(system)), layout, workload, options.EstimateSteadyWear);
        IInferenceEngine engine = registers is null ? _hardware.Accelerator : new RegisterEngine(_hardware, registers);
        _supply = supply is null ? null : new(_hardware, supply.System) { Started = Restart };
        _start = bytes?.Start;
        _bytes = bytes is null ? null : new(_hardware.Machine, _hardware.Memories, bytes);
        _master = new(_hardware, engine, firmware, options.MostAtOneMoment, scrubs: !options.EstimateSteadyWear, _bytes)
        {
            Supply = _supply,
        };
        _hardware.Begin();
        if (_supply is not null)
            (_supply.Warned, _supply.Over) = (_master.Warn, () => _work = null);
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
            Drive();
            Finish(cancellation);
            return new ResultAssembly(_hardware, _master.LastCost, core: null, _supply).Result();
        }
        finally
        {
            _master.Guard.Close();
        }
    }

    /// <summary>Picoseconds since the start of the run.</summary>
    public Int128 Elapsed => _hardware.Machine.Clock.Elapsed;

    /// <summary>The bytes of a memory, whether or not it has power. Valid until the run goes on.</summary>
    /// <param name="memory">Index of a non-volatile memory with bytes.</param>
    public ReadOnlySpan<byte> ContentsOf(int memory) => StoreOf(memory).Bytes;

    /// <summary>True when each word of a memory has an answer to a read.</summary>
    /// <param name="memory">Index of a non-volatile memory with bytes.</param>
    public bool IsReadable(int memory) => StoreOf(memory).IsWhole;

    private ByteStore StoreOf(int memory) => _bytes is { } bytes && bytes.LengthOf(memory) > 0
        ? bytes.StoreOf(memory)
        : throw new ArgumentException("The memory has no bytes.", nameof(memory));

    private void Drive()
    {
        if (_start is { } start)
            Await(start);
        _supply?.Begin();
        if (_supply is not { IsOn: false })
            _work = Begin();
        // Without power nobody works, and the workload may end so.
        while (_work is not { IsCompleted: true } && !_hardware.Frames.IsOver)
            Step();
        while (_work is { IsCompleted: false })
            Step();
    }

    /// <summary>Power returns at the moment of a cold start.</summary>
    private void Await(ColdStart start)
    {
        Machine machine = _hardware.Machine;
        machine.AdvanceTo((long)(start.Time - machine.Clock.Origin));
        _hardware.Feed.StartFrom(start.Frame);
        _hardware.Frames.SkipMissed();
    }

    private void Step()
    {
        if (!_master.Step())
            throw Stalled();
    }

    /// <summary>The supply is back: firmware that has lost its memory runs from its start.</summary>
    private void Restart()
    {
        _firmware = _reboot!();
        _master.Install(_firmware);
        _work = Begin();
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

    private void Finish(CancellationToken cancellation)
    {
        if (_work is not null)
            Rethrow(_work, cancellation);
        _supply?.End();
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
