using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Processors;
using Memti.Simulation.Codes;
using Memti.Simulation.Components;
using Memti.Simulation.Contents;
using Memti.Simulation.Devices;
using Memti.Simulation.Frames;
using Memti.Simulation.Masters.Cores;
using Memti.Simulation.Masters.Managed;
using Memti.Simulation.Platforms;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Supplies;
using Memti.Simulation.Systems;
using Memti.Simulation.Traces;
using Memti.Simulation.Transfers;

namespace Memti.Simulation.Runs;

/// <summary>
/// One run of firmware that a core executes. Every frame is stepped: what firmware remembers is not known, so nothing can be skipped.
/// Single-threaded; several may run in parallel.
/// </summary>
public sealed class CoreSimulator : ISimulation
{
    private readonly Machine _machine;
    private readonly Hardware _hardware;
    private readonly Platform _platform;
    private readonly CoreMaster _master;
    private readonly SupplyDevice? _supply;
    private bool _hasBegun;

    /// <summary>Builds the machine and loads the firmware.</summary>
    /// <param name="system">The system without its core.</param>
    /// <param name="workload">The frames.</param>
    /// <param name="core">The core, its firmware and the bus.</param>
    /// <param name="options">Options of the run.</param>
    /// <param name="supply">The supply; null for one that always has enough.</param>
    /// <param name="start">Switches the machine on later, with what its memories hold; null for the first power-on.</param>
    /// <exception cref="MemtiException">A figure, a plan or a placement cannot be simulated.</exception>
    /// <exception cref="ArgumentException">The workload, an option or the executable contradicts itself.</exception>
    public CoreSimulator(
        SystemDescription system,
        Workload workload,
        CoreSystem core,
        SimulationOptions? options = null,
        SupplySystem? supply = null,
        ColdStart? start = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(workload);
        ArgumentNullException.ThrowIfNull(core);
        options ??= new();
        WorkloadCheck.Verify(workload, options, system.Tasks.Count);
        ComponentRegistry registry = new();
        SystemLayout layout = new(system, registry);
        int id = registry.Add(ComponentPower.Of(core.ProcessorName, core.Processor.Figures));
        _machine = new(registry, options.ForMachine(system) with { Jump = false });
        _hardware = new(_machine, layout, workload, estimatesWear: false) { Core = id };
        _supply = supply is null ? null : new(_hardware, supply);
        _platform = new(_hardware, core.Map, hasBytes: true, core.Tearing);
        _master = new(_platform, core, id, new Guard(options.MostAtOneMoment), _supply, start);
        Names = _hardware.Begin(CorePeripherals.SourceNames);
    }

    /// <inheritdoc />
    public long Heartbeat => _master.Guard.Beats;

    /// <summary>Registers, breakpoints and watchpoints of the core.</summary>
    public CoreDebug Core => _master.Debug;

    /// <summary>Cycles and instructions of the core so far.</summary>
    public CoreCounters Counters => _master.Counters;

    /// <summary>True while the core has power and waits for an interrupt.</summary>
    public bool IsWaiting => _master.IsWaiting;

    /// <summary>True from a power-down of the core to its reset at the wake-up.</summary>
    public bool IsCoreDown => _master.IsCoreDown;

    /// <summary>Picoseconds since the start of the run.</summary>
    public Int128 Elapsed => _machine.Clock.Elapsed;

    /// <summary>Names of components, tasks and interrupts by number.</summary>
    public MachineNames Names { get; }

    /// <summary>Energy and power at the present moment.</summary>
    public IEnergyTotals Energy => _machine;

    /// <summary>Power state of a component.</summary>
    /// <param name="component">Id of a component with power.</param>
    public PowerState StateOf(int component) => _machine.Grid[component].State;

    /// <inheritdoc />
    /// <exception cref="MemtiException">
    /// <see cref="SimulationCodes.CoreFault"/>, <see cref="SimulationCodes.CoreSleeps"/>, <see cref="SimulationCodes.CoreNeverWaits"/>,
    /// <see cref="SimulationCodes.FirmwareFailed"/>, <see cref="SimulationCodes.UnwrittenRead"/>,
    /// <see cref="SimulationCodes.MemoryWithoutPower"/>, <see cref="SimulationCodes.NoProgress"/>,
    /// <see cref="SimulationCodes.LedgerOpen"/>, or what a device refuses.
    /// </exception>
    /// <exception cref="InvalidOperationException">This simulator has run before.</exception>
    public SimulationResult Run(CancellationToken cancellation = default)
    {
        if (_hasBegun)
            throw new InvalidOperationException("A simulator runs once; make another.");
        while (Continue(cancellation) != CoreHalt.Ended)
            cancellation.ThrowIfCancellationRequested();
        return Result();
    }

    /// <summary>Runs until something stops the run. The first call begins it.</summary>
    /// <param name="halt">Stops it soon, also while the core sleeps.</param>
    /// <exception cref="MemtiException">As <see cref="Run"/>.</exception>
    public CoreHalt Continue(CancellationToken halt) => Advance(isSingle: false, halt);

    /// <summary>
    /// Executes one instruction. When the core sleeps or loses power, the run goes on until the next instruction is reached.
    /// </summary>
    /// <param name="halt">As for <see cref="Continue"/>.</param>
    /// <exception cref="MemtiException">As <see cref="Run"/>.</exception>
    public CoreHalt Step(CancellationToken halt) => Advance(isSingle: true, halt);

    /// <summary>The result of a run that is over. Call it once.</summary>
    /// <exception cref="MemtiException"><see cref="SimulationCodes.LedgerOpen"/>.</exception>
    public SimulationResult Result()
    {
        _supply?.End();
        // What is still under way belongs to the run as far as it has come.
        _machine.AbortAll();
        return new ResultAssembly(_hardware, lastCost: null, _master.Result(), _supply).Result();
    }

    /// <summary>Reads memory or registers of devices without time, energy and, where a device can avoid them, side effects.</summary>
    /// <returns>False when nothing answers at a byte of the range, or a memory there is not on.</returns>
    public bool TryReadMemory(ulong address, Span<byte> bytes) => _master.Debugger.TryRead(address, bytes);

    /// <summary>Writes memory or registers of devices without time, energy and wear.</summary>
    /// <returns>False when a byte of the range cannot be written.</returns>
    public bool TryWriteMemory(ulong address, ReadOnlySpan<byte> bytes) => _master.Debugger.TryWrite(address, bytes);

    /// <summary>The bytes of a memory, whether or not it has power. Valid until the run goes on.</summary>
    /// <param name="memory">Index of a memory with bytes.</param>
    public ReadOnlySpan<byte> ContentsOf(int memory) => StoreOf(memory).Bytes;

    /// <summary>True when each word of a memory has an answer to a read.</summary>
    /// <param name="memory">Index of a memory with bytes.</param>
    public bool IsReadable(int memory) => StoreOf(memory).IsWhole;

    private ByteStore StoreOf(int memory) =>
        _platform.Memories.First(one => one.Device.Part.Memory == memory).Bytes
        ?? throw new ArgumentException("The memory has no bytes.", nameof(memory));

    private CoreHalt Advance(bool isSingle, CancellationToken halt)
    {
        // The loop looks at the token itself: a halt is no error.
        _master.Guard.Open(CancellationToken.None);
        if (!_hasBegun)
            _master.Begin();
        _hasBegun = true;
        return _master.Advance(isSingle, halt);
    }
}
