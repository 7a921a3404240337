using Memti.Abstractions.Processors;

namespace Memti.Plugins.RiscV.Debugging;

/// <summary>Breakpoints and watchpoints. They change neither memory nor decoded instructions.</summary>
internal sealed class Breakpoints
{
    private readonly HashSet<uint> _addresses = [];
    private readonly List<(uint Address, int Bytes, WatchKind Kind)> _watched = [];

    /// <summary>True while there is anything to look for.</summary>
    public bool Any => _addresses.Count + _watched.Count > 0;

    /// <summary>True while an address is watched.</summary>
    public bool Watches => _watched.Count > 0;

    /// <summary>True when an instruction has a breakpoint.</summary>
    public bool Has(uint address) => _addresses.Contains(address);

    /// <summary>Sets or removes a breakpoint.</summary>
    public void Set(uint address, bool active)
    {
        if (active)
            _addresses.Add(address);
        else
            _addresses.Remove(address);
    }

    /// <summary>Sets or removes a watchpoint.</summary>
    public void Watch(uint address, int bytes, WatchKind kind, bool active)
    {
        _watched.Remove((address, bytes, kind));
        if (active)
            _watched.Add((address, bytes, kind));
    }

    /// <summary>The first watched address that an access touches; null for none.</summary>
    public uint? Touched(uint address, int bytes, WatchKind kind)
    {
        foreach ((uint first, int length, WatchKind watched) in _watched)
        {
            if ((watched & kind) != 0 && address < (ulong)first + (uint)length && first < (ulong)address + (uint)bytes)
                return Math.Max(address, first);
        }

        return null;
    }
}
