namespace Memti.Plugins.Nvdla.Device.Registers;

/// <summary>
/// The registers of one unit. A grouped unit has its D_ registers twice: PRODUCER says which group the bus sees, CONSUMER which one the
/// unit works on. While a group is enabled, writes to it are lost; it becomes free, and CONSUMER moves on, when the unit is done with it.
/// </summary>
/// <remarks>Rules of the generated register files of nvdla/hw (NV_NVDLA_*_regfile.v, *_single_reg.v, *_dual_reg.v).</remarks>
internal sealed class UnitRegisters(UnitDescription description)
{
    private const uint Idle = 0;
    private const uint Running = 1;
    private const uint Pending = 2;

    private readonly uint[] _single = new uint[description.Words];
    private readonly uint[][] _groups = [new uint[description.Words], new uint[description.Words]];
    private readonly bool[] _enabled = new bool[2];
    private readonly int _enableWord = description.TryFind("D_OP_ENABLE", out RegisterDescription? enable) ? enable.Word : -1;

    internal UnitDescription Description => description;

    internal int Producer { get; private set; }

    internal int Consumer { get; private set; }

    /// <summary>True from the start of a layer to its end.</summary>
    internal bool IsBusy { get; set; }

    /// <summary>True when the group that is next for the unit is enabled and not yet at work.</summary>
    internal bool IsReady => !IsBusy && _enabled[Consumer];

    internal uint Read(RegisterDescription register) => register.Name switch
    {
        "S_STATUS" => Status(0) | (Status(1) << 16),
        "S_POINTER" => (uint)(Producer | (Consumer << 16)),
        "D_OP_ENABLE" => _enabled[Producer] ? 1u : 0,
        _ => register.InGroup ? _groups[Producer][register.Word] : _single[register.Word],
    };

    /// <returns>True when the write enabled a group.</returns>
    internal bool Write(RegisterDescription register, uint value)
    {
        if (register.Word == _enableWord)
            return Enable(value);
        if (register.Name == "S_POINTER")
            Producer = (int)(value & 1);
        else if (register.ReadOnly)
            return false;
        else if (!register.InGroup)
            _single[register.Word] = value;
        else if (!_enabled[Producer])
            _groups[Producer][register.Word] = value;
        return false;
    }

    /// <summary>A field of the group that the unit works on or will work on next.</summary>
    internal uint Field(string register, string field)
    {
        RegisterDescription found = description.Find(register);
        return found.Field(field).Of(_groups[Consumer][found.Word]);
    }

    /// <summary>A register of the group that the unit works on or will work on next.</summary>
    internal uint Value(string register) => _groups[Consumer][description.Find(register).Word];

    /// <summary>What the hardware itself writes: a counter of the group that the unit works on, or a status.</summary>
    internal void Put(string register, uint value)
    {
        RegisterDescription found = description.Find(register);
        (found.InGroup ? _groups[Consumer] : _single)[found.Word] = value;
    }

    /// <summary>Sets every register to zero and abandons what is enabled.</summary>
    internal void Reset()
    {
        foreach (uint[] words in (ReadOnlySpan<uint[]>)[_single, .. _groups])
            Array.Clear(words);
        Array.Clear(_enabled);
        (Producer, Consumer, IsBusy) = (0, 0, false);
    }

    /// <summary>Ends the layer: the group is free, the other one is next.</summary>
    /// <returns>The group that was worked on.</returns>
    internal int Finish()
    {
        int group = Consumer;
        _enabled[group] = false;
        IsBusy = false;
        Consumer = 1 - group;
        return group;
    }

    /// <summary>The RTL takes a write to an enabled group's OP_ENABLE no more than any other.</summary>
    private bool Enable(uint value)
    {
        if (_enabled[Producer] || (value & 1) == 0)
            return false;
        return _enabled[Producer] = true;
    }

    private uint Status(int group)
    {
        if (!_enabled[group])
            return Idle;
        return group == Consumer ? Running : Pending;
    }
}
