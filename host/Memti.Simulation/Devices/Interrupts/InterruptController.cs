using System.Numerics;
using Memti.Abstractions.Devices;

namespace Memti.Simulation.Devices.Interrupts;

/// <summary>
/// The platform-level interrupt controller with 31 level-sensitive sources and one context, machine mode of the core. In the always-on
/// domain. RISC-V Platform-Level Interrupt Controller Specification 1.0: a source asks again only after its completion, a request stays
/// pending when its level falls, and a claim does not look at the threshold.
/// </summary>
/// <param name="setExternal">Drives the external interrupt of the core.</param>
internal sealed class InterruptController(Action<bool> setExternal) : IBusDevice
{
    private const int Sources = 32;
    private const uint HighestPriority = 7;
    private const uint PendingOffset = 0x1000;
    private const uint EnableOffset = 0x2000;
    private const uint ThresholdOffset = 0x20_0000;
    private const uint ClaimOffset = 0x20_0004;

    private readonly uint[] _priorities = new uint[Sources];
    private uint _levels;
    private uint _pending;
    private uint _served;
    private uint _enabled;
    private uint _threshold;

    public uint WindowBytes => DeviceMaps.Interrupts.WindowBytes;

    public int InterruptLines => 1;

    public IReadOnlyList<DeviceRegister> Registers => DeviceMaps.Interrupts.Registers;

    /// <summary>True while it asks the core for an interrupt.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Changes the level of a source.</summary>
    /// <param name="source">1 to 31.</param>
    /// <param name="active">The new level.</param>
    public void Set(int source, bool active)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(source, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(source, Sources);
        _levels = active ? _levels | Bit(source) : _levels & ~Bit(source);
        Forward();
    }

    public bool TryPeek(uint offset, int bytes, out ulong value)
    {
        // What a claim would take.
        value = bytes != sizeof(uint) ? 0 : offset == ClaimOffset ? (uint)Best() : Read(offset);
        return bytes == sizeof(uint);
    }

    public uint Read(uint offset) => offset switch
    {
        < 4 * Sources => _priorities[offset / 4],
        PendingOffset => _pending,
        EnableOffset => _enabled,
        ThresholdOffset => _threshold,
        ClaimOffset => Claim(),
        _ => 0,
    };

    public void Write(uint offset, uint value)
    {
        // There is no source 0.
        if (offset is > 0 and < 4 * Sources)
            _priorities[offset / 4] = value & HighestPriority;
        else if (offset == EnableOffset)
            _enabled = value & ~1u;
        else if (offset == ThresholdOffset)
            _threshold = value & HighestPriority;
        else if (offset == ClaimOffset)
            // A completion of a source that is not enabled is ignored.
            _served &= value < Sources ? ~(Bit((int)value) & _enabled) : uint.MaxValue;
        Forward();
    }

    public void Reset()
    {
        Array.Clear(_priorities);
        (_pending, _served, _enabled, _threshold) = (0, 0, 0, 0);
        Forward();
    }

    /// <summary>Passes levels of sources on that are not being served, and tells the core.</summary>
    private void Forward()
    {
        _pending |= _levels & ~_served;
        int best = Best();
        IsActive = best > 0 && _priorities[best] > _threshold;
        setExternal(IsActive);
    }

    private uint Claim()
    {
        int source = Best();
        _pending &= ~Bit(source);
        _served |= Bit(source) & ~1u;
        Forward();
        return (uint)source;
    }

    /// <summary>The pending, enabled source of the highest priority, the lowest number first; 0 for none.</summary>
    private int Best()
    {
        int best = 0;
        for (uint left = _pending & _enabled; left != 0; left &= left - 1)
        {
            int source = BitOperations.TrailingZeroCount(left);
            best = _priorities[source] > _priorities[best] ? source : best;
        }

        return best;
    }

    private static uint Bit(int source) => 1u << source;
}
