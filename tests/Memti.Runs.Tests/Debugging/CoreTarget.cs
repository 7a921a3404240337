using System.Runtime.InteropServices;
using Memti.Abstractions.Processors;
using Memti.Plugins.RiscV;
using Memti.Plugins.RiscV.Options;
using Memti.Runs.Debugging.Targets;

namespace Memti.Runs.Tests.Debugging;

/// <summary>A core with 64 KiB at 0x80000000, a timer that ticks once per cycle, and a word at 0x100000 that ends the run.</summary>
internal sealed unsafe class CoreTarget : IDebugTarget, IProcessorHost, IDisposable
{
    private const ulong Ram = 0x80000000;
    private const int RamBytes = 0x10000;
    private const ulong Finisher = 0x100000;
    private const ulong TimerCompare = 0x2004000;
    private const ulong Timer = 0x200bff8;

    private readonly IProcessorCore _core;
    private ulong _compare = ulong.MaxValue;
    private bool _isOver;

    public CoreTarget()
    {
        Memories =
        [
            new CoreMemory
            {
                Name = "ram",
                Base = Ram,
                Bytes = RamBytes,
                Contents = (nint)NativeMemory.AllocZeroed(RamBytes),
                Counters = (nint)NativeMemory.AllocZeroed(3 * sizeof(long)),
            },
        ];
        _core = new RiscVProcessor(new RiscVOptions()).CreateCore(this);
        Restart();
    }

    public IReadOnlyList<CoreMemory> Memories { get; }

    public ulong TimerTicks => (ulong)_core.Cycle;

    public CoreDebug Core => _core.Debug;

    public IReadOnlyList<MonitorCommand> Monitor => [];

    private Span<byte> Bytes => new((void*)Memories[0].Contents, RamBytes);

    public void Dispose()
    {
        NativeMemory.Free((void*)Memories[0].Contents);
        NativeMemory.Free((void*)Memories[0].Counters);
    }

    public bool TryReadMemory(ulong address, Span<byte> bytes)
    {
        bool there = address >= Ram && address - Ram + (ulong)bytes.Length <= RamBytes;
        if (there)
            Bytes.Slice((int)(address - Ram), bytes.Length).CopyTo(bytes);
        return there;
    }

    public bool TryWriteMemory(ulong address, ReadOnlySpan<byte> bytes)
    {
        bool there = address >= Ram && address - Ram + (ulong)bytes.Length <= RamBytes;
        if (!there)
            return false;
        bytes.CopyTo(Bytes[(int)(address - Ram)..]);
        _core.MemoryChanged(address, bytes.Length);
        return true;
    }

    public DebugStop Continue(CancellationToken halt)
    {
        while (!halt.IsCancellationRequested && !_isOver)
        {
            _core.Limit = Math.Min(_core.Cycle + 100_000, NextTimer());
            if (Of(_core.Run()) is { } stop)
                return stop;
        }

        return new DebugStop(_isOver ? DebugStopReason.Ended : DebugStopReason.Halted);
    }

    public DebugStop Step(CancellationToken halt)
    {
        long before = _core.Counters.Instructions;
        while (_core.Counters.Instructions == before && !halt.IsCancellationRequested)
        {
            _core.Limit = _core.Cycle + 1;
            if (Of(_core.Run()) is { Reason: not DebugStopReason.Breakpoint } stop)
                return stop;
        }

        return new DebugStop(DebugStopReason.Stepped);
    }

    public void Restart()
    {
        _core.Reset(Ram);
        (_isOver, _compare) = (false, ulong.MaxValue);
    }

    public CoreAccess Load(ulong address, int bytes) => address == Timer ? new CoreAccess(TimerTicks, 0, false) : CoreAccess.Error;

    public CoreAccess Store(ulong address, int bytes, ulong value)
    {
        switch (address)
        {
            case Finisher:
                _isOver = true;
                _core.Limit = _core.Cycle;
                break;
            case TimerCompare:
                _compare = value;
                _core.Limit = Math.Min(_core.Limit, NextTimer());
                DriveTimer();
                break;
            default:
                return CoreAccess.Error;
        }

        return new CoreAccess(0, 0, false);
    }

    private DebugStop? Of(CoreStop stop)
    {
        switch (stop)
        {
            case CoreStop.Breakpoint:
                return new DebugStop(DebugStopReason.Breakpoint);
            case CoreStop.Watchpoint:
                return new DebugStop(DebugStopReason.Watchpoint);
            case CoreStop.Fault:
                return new DebugStop(DebugStopReason.Fault, Explanation: Core.Fault!.Summary);
            case CoreStop.Waiting:
                _core.SkipTo(Math.Min(_core.Limit, NextTimer()));
                break;
        }

        DriveTimer();
        return null;
    }

    private long NextTimer() => _compare > TimerTicks ? (long)Math.Min(_compare, long.MaxValue) : long.MaxValue;

    private void DriveTimer() => _core.SetInterrupt(7, TimerTicks >= _compare);
}
