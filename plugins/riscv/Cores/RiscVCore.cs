using Memti.Abstractions.Processors;
using Memti.Plugins.RiscV.Debugging;
using Memti.Plugins.RiscV.Execution;
using Memti.Plugins.RiscV.Options;
using Memti.Plugins.RiscV.State;
using Memti.Plugins.RiscV.Timing;
using Memti.Plugins.RiscV.Translation;

namespace Memti.Plugins.RiscV.Cores;

/// <summary>An RV32 core in machine mode.</summary>
internal sealed unsafe class RiscVCore : IProcessorCore
{
    private readonly NativeBlock _block = new(sizeof(CoreState));
    private readonly CoreState* _state;
    private readonly PageTable _pages;
    private readonly DecodedCode _code;
    private readonly ControlRegisters _controls;
    private readonly CallLog _calls;
    private readonly Traps _traps;
    private readonly RareOperations _rare;
    private readonly Interpreter _interpreter;
    private readonly Breakpoints _breakpoints = new();
    private readonly AccessWatch _watch;
    private readonly RiscVDebug _debug;
    private readonly HotRun? _hot;

    // The breakpoint at which the core stopped: it passes it once.
    private uint? _stoppedAt;

    /// <summary>Creates a core in its reset state, at address 0.</summary>
    public RiscVCore(RiscVOptions options, IProcessorHost host)
    {
        _state = (CoreState*)_block.Pointer;
        _pages = new PageTable(host.Memories);
        _state->Pages = _pages.Pages;
        _code = new DecodedCode(_pages, CycleTable.Of(options.Timing));
        _controls = new ControlRegisters(_state, host);
        _calls = new CallLog(_state);
        _traps = new Traps(_state, _controls, _code, _calls);
        var memory = new MemoryAccess(_pages, _code, host);
        _rare = new RareOperations(_state, _pages, _code, memory, _controls, _traps, _calls, options.Misaligned);
        _interpreter = new Interpreter(_state, _pages, _code, memory, _rare, _calls);
        _watch = new AccessWatch(_state, _code, _breakpoints);
        _debug = new RiscVDebug(_state, _controls, _code, _traps, _calls, _breakpoints);
        if (!options.Translate)
            return;
        _state->Decoded = _code.Table;
        Translator = new Translator(_state, _pages, _code, DataWaits.Of(host.Memories));
        _code.Dropped = Translator.Drop;
        _hot = new HotRun(_state, _interpreter, Translator);
    }

    /// <summary>The translator; null when hot code is not translated.</summary>
    public Translator? Translator { get; }

    /// <inheritdoc />
    public long Cycle => _state->Cycle;

    /// <inheritdoc />
    public long Limit
    {
        get => _state->Limit;
        set => _state->Limit = value;
    }

    /// <inheritdoc />
    public bool IsWaiting => _rare.IsWaiting && _controls.Waking == 0;

    /// <inheritdoc />
    public CoreCounters Counters => new(_state->Instructions, _state->Cycle - _state->Skipped - _state->Stalled, _state->Stalled);

    /// <inheritdoc />
    public CoreDebug Debug => _debug;

    /// <inheritdoc />
    public CoreStop Run()
    {
        _calls.Observer = _debug.Observer;
        while (true)
        {
            if (Stop() is { } stop)
                return stop;
            _stoppedAt = null;
            if (_controls.Takable != 0)
                _traps.Interrupt();
            else if (!_breakpoints.Any)
                Advance();
            else if (TouchesWatched())
                return CoreStop.Watchpoint;
        }
    }

    /// <inheritdoc />
    public void SkipTo(long cycle)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cycle, _state->Cycle);
        _state->Skipped += cycle - _state->Cycle;
        _state->Cycle = cycle;
    }

    /// <inheritdoc />
    public void Reset(ulong entry)
    {
        new Span<uint>(_state->X, 34).Clear();
        _state->Pc = (uint)entry & ~1u;
        _controls.Reset();
        _traps.Reset();
        _calls.Clear();
        _rare.IsWaiting = false;
        _stoppedAt = null;
    }

    /// <inheritdoc />
    public void SetInterrupt(int cause, bool active)
    {
        if (!ControlRegisters.HasInput(cause))
            throw new ArgumentOutOfRangeException(nameof(cause), cause, "The inputs are 3, 7, 11 and 16 to 31.");
        _controls.Drive(cause, active);
    }

    /// <inheritdoc />
    public void MemoryChanged(ulong address, long bytes)
    {
        foreach (CoreMemory memory in _pages.Refresh())
            _code.Close((uint)memory.Base, memory.Bytes);
        if (address > uint.MaxValue)
            return;
        _code.Drop((uint)address, bytes);
        if (_traps.Reservation is { } reserved && reserved + 4UL > address && reserved < address + (ulong)bytes)
            _traps.Reservation = null;
    }

    private CoreStop? Stop()
    {
        if (_traps.Fault is not null)
            return CoreStop.Fault;
        if (_rare.IsWaiting && _controls.Waking == 0)
            return CoreStop.Waiting;
        _rare.IsWaiting = false;
        if (_state->Cycle >= _state->Limit)
            return CoreStop.Limit;
        if (!_breakpoints.Has(_state->Pc) || _stoppedAt == _state->Pc || _controls.Takable != 0)
            return null;
        _stoppedAt = _state->Pc;
        return CoreStop.Breakpoint;
    }

    // An observer sees each call, so all instructions are interpreted.
    private void Advance()
    {
        if (_hot is not null && _calls.Observer is null)
            _hot.Advance();
        else
            _interpreter.Run(_state->Limit, block: false, through: true);
    }

    // One instruction; true when it touched a watched address.
    private bool TouchesWatched()
    {
        (ulong Address, WatchKind Kind)? watched = _watch.Next();
        long before = _state->Instructions;
        _interpreter.Run(_state->Cycle + 1, block: true, through: true);
        if (watched is null || _state->Instructions == before)
            return false;
        _debug.Watched = watched.Value;
        return true;
    }
}
