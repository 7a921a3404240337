using Memti.Abstractions.Processors;
using Memti.Runs.Debugging.Targets;

namespace Memti.Runs.Debugging.Packets;

/// <summary>
/// The breakpoints and watchpoints of a session. They lie in the core, not in memory, so they cost nothing to set and stay over
/// power-downs.
/// </summary>
internal sealed class BreakpointBook(IDebugTarget target)
{
    private readonly HashSet<ulong> _software = [];
    private readonly HashSet<ulong> _hardware = [];
    private readonly HashSet<Watch> _watches = [];

    /// <summary>Sets or removes a breakpoint.</summary>
    /// <param name="hardware">True when the debugger asked for one in hardware. It is told so at the stop.</param>
    /// <param name="address">Address of the instruction.</param>
    /// <param name="active">True to set it.</param>
    public void SetBreakpoint(bool hardware, ulong address, bool active)
    {
        HashSet<ulong> book = hardware ? _hardware : _software;
        _ = active ? book.Add(address) : book.Remove(address);
        target.Core.SetBreakpoint(address, _software.Contains(address) || _hardware.Contains(address));
    }

    /// <summary>Sets or removes a watchpoint.</summary>
    public void SetWatchpoint(ulong address, int bytes, WatchKind kind, bool active)
    {
        var watch = new Watch(address, bytes, kind);
        if (active ? _watches.Add(watch) : _watches.Remove(watch))
            target.Core.SetWatchpoint(address, bytes, kind, active);
    }

    /// <summary>True when the breakpoint of an address was asked for in hardware alone.</summary>
    public bool IsHardware(ulong address) => _hardware.Contains(address) && !_software.Contains(address);

    /// <summary>The watchpoint that an access touched: its kind, and an address inside it.</summary>
    /// <param name="address">First address of the access, which has at most eight bytes.</param>
    /// <param name="kind">Kind of the access.</param>
    public (ulong Address, WatchKind Kind) Touched(ulong address, WatchKind kind)
    {
        foreach (Watch watch in _watches.OrderBy(static watch => watch.Address))
            if ((watch.Kind & kind) != 0 && watch.Address < address + sizeof(ulong) && address < watch.Address + (ulong)watch.Bytes)
                return (Math.Max(address, watch.Address), watch.Kind);
        return (address, kind);
    }

    /// <summary>Removes all of them.</summary>
    public void Clear()
    {
        foreach (ulong address in _software.Concat(_hardware))
            target.Core.SetBreakpoint(address, active: false);
        foreach (Watch watch in _watches)
            target.Core.SetWatchpoint(watch.Address, watch.Bytes, watch.Kind, active: false);
        Forget();
    }

    /// <summary>Forgets all of them, because the core that had them is gone.</summary>
    public void Forget()
    {
        _software.Clear();
        _hardware.Clear();
        _watches.Clear();
    }

    private readonly record struct Watch(ulong Address, int Bytes, WatchKind Kind);
}
