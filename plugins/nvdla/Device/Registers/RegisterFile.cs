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
    private readonly bool _strict;

    /// <summary>Makes the registers of a map, as they are after reset.</summary>
    /// <param name="options">The map, and what a write into a hole does.</param>
    /// <param name="interrupts">The GLB unit.</param>
    /// <param name="enabled">Called when a write enables a group of a unit.</param>
    internal RegisterFile(NvdlaDeviceOptions options, InterruptRegisters interrupts, Action<UnitRegisters> enabled)
    {
        (_layout, _strict, _interrupts, _enabled) = (options.Layout, options.Strict, interrupts, enabled);
        foreach (UnitDescription unit in RegisterTable.Instance.Units)
        {
            var registers = new UnitRegisters(unit);
            _units.Add(unit.Name, registers);
            if (unit.Base(_layout) is { } start)
                _pages[start >> PageShift] = registers;
        }
    }

    internal UnitRegisters Unit(string name) => _units[name];

    /// <summary>Reads a register; 0 where there is none.</summary>
    internal uint Read(uint offset)
    {
        if (Find(offset, out UnitRegisters? unit) is not { } register)
            return 0;
        return unit!.Description.Kind == UnitKind.Global ? _interrupts.Read(register) : unit.Read(register);
    }

    /// <summary>Writes a register; where there is none, nothing happens, or a strict device complains.</summary>
    /// <exception cref="MemtiException">
    /// <see cref="NvdlaCodes.RegisterHole"/>, <see cref="NvdlaCodes.UnmodelledUnit"/>, or what starting a layer finds.
    /// </exception>
    internal void Write(uint offset, uint value)
    {
        if (Find(offset, out UnitRegisters? unit) is not { } register)
        {
            if (_strict)
                throw RegisterErrors.Hole(offset, value, _layout);
        }
        else if (unit!.Description.Kind == UnitKind.Global)
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

    private RegisterDescription? Find(uint offset, out UnitRegisters? unit)
    {
        unit = _pages[offset >> PageShift];
        return unit?.Description.At((int)(offset & ((1 << PageShift) - 1)) / 4);
    }
}
