using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Device.Registers;

/// <summary>All registers of the device at their places in the window: 64 pages of 4 KiB, a unit in some of them.</summary>
internal sealed class RegisterFile
{
    /// <summary>Bytes of the window: 16 bits of word address.</summary>
    internal const uint WindowBytes = 4 << 16;

    private const int PageShift = 12;

    private readonly UnitRegisters?[] _pages = new UnitRegisters?[WindowBytes >> PageShift];
    private readonly Dictionary<string, UnitRegisters> _units = new(StringComparer.Ordinal);
    private readonly RegisterLayout _layout;
    private readonly InterruptRegisters _interrupts;
    private readonly Action<UnitRegisters> _enabled;

    /// <summary>Makes the registers of a map, as they are after reset.</summary>
    /// <param name="layout">The map.</param>
    /// <param name="interrupts">The GLB unit.</param>
    /// <param name="enabled">Called when a write enables a group of a unit.</param>
    internal RegisterFile(RegisterLayout layout, InterruptRegisters interrupts, Action<UnitRegisters> enabled)
    {
        (_layout, _interrupts, _enabled) = (layout, interrupts, enabled);
        foreach (UnitDescription unit in RegisterTable.Instance.Units)
        {
            var registers = new UnitRegisters(unit);
            _units.Add(unit.Name, registers);
            if (unit.Base(_layout) is { } start)
                _pages[start >> PageShift] = registers;
        }

        SetResetValues();
    }

    internal UnitRegisters Unit(string name) => _units[name];

    /// <summary>Reads a register; 0 where there is none.</summary>
    internal uint Read(uint offset)
    {
        if (Find(offset, out UnitRegisters? unit) is not { } register)
            return 0;
        return unit!.Description.Kind == UnitKind.Global ? _interrupts.Read(register) : unit.Read(register);
    }

    /// <summary>Writes a register. The RTL loses a write to a place without one; here it is an error, because firmware that writes there
    /// is wrong and would never hear of it.</summary>
    /// <exception cref="MemtiException">
    /// <see cref="NvdlaCodes.RegisterHole"/>, <see cref="NvdlaCodes.UnmodelledUnit"/>, or what starting a layer finds.
    /// </exception>
    internal void Write(uint offset, uint value)
    {
        if (Find(offset, out UnitRegisters? unit) is not { } register)
            throw RegisterErrors.Hole(offset, value, _layout);
        if (unit!.Description.Kind == UnitKind.Global)
        {
            _interrupts.Write(register, value);
        }
        else
        {
            if (register is { Unit: "BDMA", Name: "CFG_LAUNCH0" or "CFG_LAUNCH1" } && (value & 1) != 0)
                throw RegisterErrors.Unmodelled("BDMA");
            if (unit.Write(register, value))
                _enabled(unit);
        }
    }

    /// <summary>Gives every register its reset value and lowers the interrupt line.</summary>
    internal void Reset()
    {
        foreach (UnitRegisters unit in _units.Values)
            unit.Reset();
        SetResetValues();
        _interrupts.Reset();
    }

    /// <summary>The buffer is flushed when reset ends; everything else is zero.</summary>
    private void SetResetValues() => Unit("CDMA").Put("S_CBUF_FLUSH_STATUS", 1);

    private RegisterDescription? Find(uint offset, out UnitRegisters? unit)
    {
        unit = _pages[offset >> PageShift];
        return unit?.Description.At((int)(offset & ((1 << PageShift) - 1)) / 4);
    }
}
