using System.Globalization;
using Memti.Abstractions.Processors;
using Memti.Runs.Debugging.Targets;

namespace Memti.Runs.Debugging.Packets;

/// <summary>How a stop is told: <c>T</c> with a signal and its reason, <c>W</c> for the end of the run.</summary>
internal sealed class StopReplies(IDebugTarget target, BreakpointBook book)
{
    private const int Interrupted = 2;
    private const int IllegalInstruction = 4;
    private const int Trap = 5;
    private const int BusError = 10;
    private const int SegmentationFault = 11;

    /// <summary>True when the debugger wants to know that a stop was a breakpoint's.</summary>
    public bool NamesBreakpoints { get; set; }

    /// <summary>The same for breakpoints in hardware.</summary>
    public bool NamesHardwareBreakpoints { get; set; }

    /// <summary>The reply for a stop.</summary>
    public string Of(DebugStop stop) => stop.Reason == DebugStopReason.Ended
        ? string.Create(CultureInfo.InvariantCulture, $"W{(byte)stop.ExitCode:x2}")
        : string.Create(CultureInfo.InvariantCulture, $"T{Signal(stop.Reason):x2}thread:1;{Reason(stop.Reason)}");

    private int Signal(DebugStopReason reason) => reason switch
    {
        DebugStopReason.Halted => Interrupted,
        DebugStopReason.Fault => SignalOf(target.Core.Fault),
        _ => Trap,
    };

    /// <summary>The signal that a process would get. Numbers of exceptions are those of RISC-V.</summary>
    private static int SignalOf(CoreFault? fault) => fault?.Cause switch
    {
        2 => IllegalInstruction,
        0 or 4 or 6 => BusError,
        1 or 5 or 7 => SegmentationFault,
        _ => Trap,
    };

    private string Reason(DebugStopReason reason) => reason switch
    {
        DebugStopReason.Breakpoint => BreakpointReason(),
        DebugStopReason.Watchpoint => WatchReason(),
        _ => "",
    };

    private string BreakpointReason() => book.IsHardware(target.Core.ProgramCounter)
        ? NamesHardwareBreakpoints ? "hwbreak:;" : ""
        : NamesBreakpoints ? "swbreak:;" : "";

    private string WatchReason()
    {
        (ulong address, WatchKind kind) = target.Core.LastWatch;
        (address, kind) = book.Touched(address, kind);
        string word = kind switch
        {
            WatchKind.Write => "watch",
            WatchKind.Read => "rwatch",
            _ => "awatch",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{word}:{address:x};");
    }
}
