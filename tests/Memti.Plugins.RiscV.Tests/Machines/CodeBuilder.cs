using System.Buffers.Binary;

namespace Memti.Plugins.RiscV.Tests.Machines;

/// <summary>Collects code at growing addresses. Labels may be used before they are set.</summary>
internal sealed class CodeBuilder(uint origin)
{
    private readonly List<byte> _bytes = [];
    private readonly Dictionary<string, uint> _labels = [];
    private readonly List<(int At, uint Pc, string Label, Func<int, uint> Encode)> _open = [];

    public uint Origin { get; } = origin;

    public uint Pc => Origin + (uint)_bytes.Count;

    public CodeBuilder Half(ushort half)
    {
        _bytes.Add((byte)half);
        _bytes.Add((byte)(half >> 8));
        return this;
    }

    public CodeBuilder Word(params ReadOnlySpan<uint> words)
    {
        foreach (uint word in words)
            Half((ushort)word).Half((ushort)(word >> 16));
        return this;
    }

    public CodeBuilder Bytes(ReadOnlySpan<byte> bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public CodeBuilder Label(string name)
    {
        _labels.Add(name, Pc);
        return this;
    }

    public CodeBuilder Align(int bytes, ushort filler = CompressedAssembler.Nop)
    {
        while (Pc % bytes != 0)
            Half(filler);
        return this;
    }

    public CodeBuilder Op(string name, int target, int first, int second = 0) => Word(Assembler.Registers(name, target, first, second));

    public CodeBuilder Imm(string name, int target, int first, int immediate) => Word(Assembler.Immediate(name, target, first, immediate));

    public CodeBuilder Load(string name, int target, int offset, int address) => Word(Assembler.Immediate(name, target, address, offset));

    public CodeBuilder Store(string name, int source, int offset, int address) => Word(Assembler.Store(name, source, offset, address));

    public CodeBuilder Csr(string name, int target, int number, int source) => Word(Assembler.Control(name, target, number, source));

    /// <summary>Loads a constant, always with two instructions.</summary>
    public CodeBuilder Li(int target, uint value) =>
        Word(Assembler.Upper(false, target, value + 0x800)).Imm("addi", target, target, (int)(value << 20) >> 20);

    /// <summary>Loads the address of a label, with two instructions.</summary>
    public CodeBuilder La(int target, string label)
    {
        uint pc = Pc;
        Fix(label, distance => Assembler.Upper(true, target, (uint)distance + 0x800), pc);
        Fix(label, distance => Assembler.Immediate("addi", target, target, distance << 20 >> 20), pc);
        return this;
    }

    public CodeBuilder Branch(string name, int first, int second, string label)
    {
        Fix(label, distance => Assembler.Branch(name, first, second, distance));
        return this;
    }

    public CodeBuilder Jal(int target, string label)
    {
        Fix(label, distance => Assembler.Jump(target, distance));
        return this;
    }

    public uint AddressOf(string label) => _labels[label];

    public byte[] Build()
    {
        byte[] image = [.. _bytes];
        foreach ((int at, uint pc, string label, Func<int, uint> encode) in _open)
            BinaryPrimitives.WriteUInt32LittleEndian(image.AsSpan(at), encode((int)(_labels[label] - pc)));
        return image;
    }

    // The distance counts from the instruction itself.
    private void Fix(string label, Func<int, uint> encode) => Fix(label, encode, Pc);

    private void Fix(string label, Func<int, uint> encode, uint pc)
    {
        _open.Add((_bytes.Count, pc, label, encode));
        Word(0);
    }
}
