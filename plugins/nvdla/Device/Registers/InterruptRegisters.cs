namespace Memti.Plugins.Nvdla.Device.Registers;

/// <summary>
/// The GLB unit: status bits, their mask and the level that the core sees. A mask bit of 1 silences its status bit. Writing 1 to a status
/// bit clears it, unless the event that sets it comes in the same clock cycle; writing 1 to INTR_SET raises it.
/// </summary>
/// <remarks>nvdla/hw: spec/manual/NVDLA_GLB.rdl, and NV_NVDLA_GLB_ic.v for what wins.</remarks>
internal sealed class InterruptRegisters(Func<long> cycle, Action<bool> level)
{
    /// <summary>Status bits that exist.</summary>
    internal const uint Implemented = 0x003F_03FF;

    /// <summary>"1" as major, "00" as minor version, in ASCII.</summary>
    private const uint Version = 0x0030_3031;

    /// <summary>The cycle in which a unit last set each bit; none at reset.</summary>
    private readonly long[] _setIn = [.. Enumerable.Repeat(-1L, 32)];
    private uint _mask;
    private uint _status;

    internal uint Read(RegisterDescription register) => register.Name switch
    {
        "S_NVDLA_HW_VERSION" => Version,
        "S_INTR_MASK" => _mask,
        "S_INTR_STATUS" => _status,
        _ => 0,
    };

    internal void Write(RegisterDescription register, uint value)
    {
        if (register.Name == "S_INTR_MASK")
            _mask = value & Implemented;
        else if (register.Name == "S_INTR_SET")
            _status |= value & Implemented;
        else if (register.Name == "S_INTR_STATUS")
            Clear(value & _status);
        level((_status & ~_mask) != 0);
    }

    /// <summary>Clears status and mask, and lowers the line.</summary>
    internal void Reset()
    {
        Array.Fill(_setIn, -1L);
        (_mask, _status) = (0, 0);
        level(false);
    }

    /// <summary>A unit is done with a group.</summary>
    /// <param name="bits">Status bits to set.</param>
    internal void Raise(uint bits)
    {
        long now = cycle();
        for (int bit = 0; bit < _setIn.Length; bit++)
        {
            if ((bits >> bit & 1) != 0)
                _setIn[bit] = now;
        }

        _status |= bits & Implemented;
        level((_status & ~_mask) != 0);
    }

    private void Clear(uint bits)
    {
        long now = cycle();
        for (int bit = 0; bit < _setIn.Length; bit++)
        {
            if ((bits >> bit & 1) != 0 && _setIn[bit] != now)
                _status &= ~(1u << bit);
        }
    }
}
