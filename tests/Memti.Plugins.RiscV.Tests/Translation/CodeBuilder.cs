namespace Memti.Plugins.RiscV.Tests.Translation;

/// <summary>Puts instructions one after the other, with labels for jumps.</summary>
internal sealed class CodeBuilder(uint address)
{
    private readonly List<ushort> _halves = [];
    private readonly Dictionary<string, uint> _labels = [];
    private readonly List<(int Index, string Label, Func<int, uint> Encode)> _open = [];

    /// <summary>Address of the next instruction.</summary>
    public uint Here => address + (2 * (uint)_halves.Count);

    /// <summary>The bytes; all labels are known by now.</summary>
    public byte[] Build()
    {
        foreach ((int index, string label, Func<int, uint> encode) in _open)
            Set(index, encode((int)(_labels[label] - address) - (2 * index)));
        _open.Clear();
        return [.. _halves.SelectMany(BitConverter.GetBytes)];
    }

    /// <summary>Address of a label that is known by now.</summary>
    public uint Of(string label) => _labels[label];

    public void Label(string name) => _labels.Add(name, Here);

    public void Half(uint half) => _halves.Add((ushort)half);

    public void Word(uint word)
    {
        Half(word & 0xffff);
        Half(word >> 16);
    }

    /// <summary>Fills up to a multiple of four bytes with C.NOP.</summary>
    public void Align()
    {
        if ((Here & 2) != 0)
            Half(0x0001);
    }

    public void Alu(uint function, uint upper, int target, int first, int second) =>
        Word(0x33 | Rd(target) | (function << 12) | Rs1(first) | Rs2(second) | (upper << 25));

    public void AluImmediate(uint function, int target, int first, int immediate) =>
        Word(0x13 | Rd(target) | (function << 12) | Rs1(first) | ((uint)immediate << 20));

    public void AddImmediate(int target, int first, int immediate) => AluImmediate(0, target, first, immediate);

    public void Load(uint function, int target, int at, int offset) =>
        Word(0x03 | Rd(target) | (function << 12) | Rs1(at) | ((uint)offset << 20));

    public void Store(uint function, int value, int at, int offset) =>
        Word(0x23 | (((uint)offset & 31) << 7) | (function << 12) | Rs1(at) | Rs2(value) | (((uint)offset >> 5) << 25));

    /// <summary>A constant in two instructions.</summary>
    public void Constant(int target, uint value)
    {
        Word(0x37 | Rd(target) | ((value + 0x800) & 0xfffff000));
        AddImmediate(target, target, (int)(value << 20) >> 20);
    }

    public void Branch(uint function, int first, int second, string label) =>
        Open(label, offset => 0x63 | (function << 12) | Rs1(first) | Rs2(second) | BranchOffset((uint)offset));

    public void Jump(int target, string label) => Open(label, offset => 0x6f | Rd(target) | JumpOffset((uint)offset));

    public void JumpTo(int target, int register, int offset = 0) => Word(0x67 | Rd(target) | Rs1(register) | ((uint)offset << 20));

    /// <summary>Address of a label in a register, in two instructions.</summary>
    public void Address(int target, string label)
    {
        Open(label, offset => 0x17 | Rd(target) | (((uint)offset + 0x800) & 0xfffff000));
        Open(label, offset => 0x13 | Rd(target) | Rs1(target) | ((uint)(offset + 4) << 20));
    }

    /// <summary>A control register: function 1 writes, 2 sets, 3 clears.</summary>
    public void Control(uint function, int target, int number, int source) =>
        Word(0x73 | Rd(target) | (function << 12) | Rs1(source) | ((uint)number << 20));

    private void Open(string label, Func<int, uint> encode)
    {
        _open.Add((_halves.Count, label, encode));
        Word(0);
    }

    private void Set(int index, uint word) => (_halves[index], _halves[index + 1]) = ((ushort)word, (ushort)(word >> 16));

    private static uint Rd(int register) => (uint)register << 7;

    private static uint Rs1(int register) => (uint)register << 15;

    private static uint Rs2(int register) => (uint)register << 20;

    private static uint BranchOffset(uint offset) =>
        (((offset >> 12) & 1) << 31) | (((offset >> 5) & 63) << 25) | (((offset >> 1) & 15) << 8) | (((offset >> 11) & 1) << 7);

    private static uint JumpOffset(uint offset) =>
        (((offset >> 20) & 1) << 31) | (((offset >> 1) & 0x3ff) << 21) | (((offset >> 11) & 1) << 20) | (offset & 0xff000);
}
