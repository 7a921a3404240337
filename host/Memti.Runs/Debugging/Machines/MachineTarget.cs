using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Processors;
using Memti.Runs.Debugging.Targets;
using Memti.Simulation.Executables;
using Memti.Simulation.Masters.Cores;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Runs;
using Memti.Simulation.Traces;

namespace Memti.Runs.Debugging.Machines;

/// <summary>A machine under a debugger.</summary>
internal sealed class MachineTarget : IDebugTarget, IMachineView
{
    private readonly Func<IMachineListener, CoreSimulator> _create;
    private readonly Executable _executable;
    private CoreSimulator _machine = null!;
    private PoweredCore _core = null!;

    /// <summary>Builds the machine; its core stands at its first instruction.</summary>
    /// <param name="executable">The firmware.</param>
    /// <param name="create">Makes a machine that tells a listener.</param>
    public MachineTarget(Executable executable, Func<IMachineListener, CoreSimulator> create)
    {
        (_executable, _create) = (executable, create);
        Monitor = new MachineMonitor(this).Commands;
        Restart();
    }

    /// <inheritdoc/>
    public CoreDebug Core => _core;

    /// <inheritdoc/>
    public IReadOnlyList<MonitorCommand> Monitor { get; }

    /// <summary>Why the run cannot go on; null while it can, and after its own end.</summary>
    public Diagnostic? Finding { get; private set; }

    /// <summary>The result, once the run has ended by itself.</summary>
    public SimulationResult? Result { get; private set; }

    /// <inheritdoc/>
    public Int128 Elapsed => _machine.Elapsed;

    /// <inheritdoc/>
    public MachineNames Names => _machine.Names;

    /// <inheritdoc/>
    public IEnergyTotals Energy => _machine.Energy;

    /// <inheritdoc/>
    public MachineJournal Journal { get; private set; } = new();

    /// <inheritdoc/>
    public CoreCounters Counters => _machine.Counters;

    /// <inheritdoc/>
    public bool IsWaiting => _machine.IsWaiting;

    /// <inheritdoc/>
    public SymbolTable Symbols => _executable.Symbols;

    /// <inheritdoc/>
    public PowerState StateOf(int component) => _machine.StateOf(component);

    /// <inheritdoc/>
    public bool TryReadMemory(ulong address, Span<byte> bytes) => _machine.TryReadMemory(address, bytes);

    /// <inheritdoc/>
    public bool TryWriteMemory(ulong address, ReadOnlySpan<byte> bytes) => _machine.TryWriteMemory(address, bytes);

    /// <inheritdoc/>
    public DebugStop Continue(CancellationToken halt) => Advance(() => _machine.Continue(halt));

    /// <inheritdoc/>
    public DebugStop Step(CancellationToken halt)
    {
        ulong before = _machine.Core.ProgramCounter;
        long done = _machine.Counters.Instructions;
        DebugStop stop = Advance(() => _machine.Step(halt));
        // A breakpoint at the instruction itself is passed: the debugger knows that it stands there.
        bool stands = stop.Reason == DebugStopReason.Breakpoint && _machine.Core.ProgramCounter == before;
        return stands && _machine.Counters.Instructions == done ? Advance(() => _machine.Step(halt)) : stop;
    }

    /// <inheritdoc/>
    public void Restart()
    {
        (Finding, Result, Journal) = (null, null, new());
        _machine = _create(Journal);
        _core = new PoweredCore(_machine.Core, _executable.Entry, () => _machine.IsCoreDown);
    }

    private DebugStop Advance(Func<CoreHalt> run)
    {
        if (Finding is not null || Result is not null)
            return new DebugStop(DebugStopReason.Ended, Finding is null ? 0 : 1);
        try
        {
            return Stop(run());
        }
        catch (MemtiException error)
        {
            Finding = error.Diagnostic;
            // The core still shows where it was: the debugger may look around before it goes on, and then the run ends.
            bool isFault = _machine.Core.Fault is not null;
            return new DebugStop(isFault ? DebugStopReason.Fault : DebugStopReason.Ended, 1, Finding.ToString());
        }
    }

    private DebugStop Stop(CoreHalt halt)
    {
        if (halt == CoreHalt.Ended)
            Result = _machine.Result();
        return new DebugStop(halt switch
        {
            CoreHalt.Ended => DebugStopReason.Ended,
            CoreHalt.Stepped => DebugStopReason.Stepped,
            CoreHalt.Breakpoint => DebugStopReason.Breakpoint,
            CoreHalt.Watchpoint => DebugStopReason.Watchpoint,
            _ => DebugStopReason.Halted,
        });
    }
}
