using Memti.Abstractions.Processors;
using Memti.Runs.Debugging.Targets;

namespace Memti.Runs.Tests.Debugging;

/// <summary>A target with 256 bytes at 0x1000, of which the second half has no power, and stops as the test says.</summary>
internal sealed class ScriptedTarget : IDebugTarget
{
    private const ulong Base = 0x1000;

    public ScriptedCore Script { get; } = new();

    public byte[] Memory { get; } = new byte[256];

    public Queue<DebugStop> Stops { get; } = [];

    public int Restarts { get; private set; }

    public int Steps { get; private set; }

    /// <summary>Set while the target runs until it is halted.</summary>
    public ManualResetEventSlim Running { get; } = new();

    public CoreDebug Core => Script;

    public IReadOnlyList<MonitorCommand> Monitor =>
        [new("time", "Simulated time.", static words => $"0.5 s {string.Join('|', words)}\n") { Arguments = "[UNIT]" }];

    public bool TryReadMemory(ulong address, Span<byte> bytes)
    {
        bool there = IsOn(address, bytes.Length);
        if (there)
            Memory.AsSpan((int)(address - Base), bytes.Length).CopyTo(bytes);
        return there;
    }

    public bool TryWriteMemory(ulong address, ReadOnlySpan<byte> bytes)
    {
        bool there = IsOn(address, bytes.Length);
        if (there)
            bytes.CopyTo(Memory.AsSpan((int)(address - Base)));
        return there;
    }

    public DebugStop Continue(CancellationToken halt)
    {
        if (Stops.TryDequeue(out DebugStop stop))
            return stop;
        Running.Set();
        halt.WaitHandle.WaitOne();
        Running.Reset();
        return new DebugStop(DebugStopReason.Halted);
    }

    public DebugStop Step(CancellationToken halt)
    {
        Steps++;
        Script.ProgramCounter += 4;
        return new DebugStop(DebugStopReason.Stepped);
    }

    public void Restart() => Restarts++;

    private static bool IsOn(ulong address, int bytes) => address - Base <= 128 - (ulong)bytes && bytes <= 128;
}
