using System.Buffers.Binary;

namespace Memti.Simulation.Tests.Cores;

/// <summary>A program of a few RV32I instructions, encoded from the tables of the specification.</summary>
internal sealed class Code(ulong start)
{
    internal const int Zero = 0;
    internal const int T0 = 5;
    internal const int T1 = 6;
    internal const int T2 = 7;
    internal const int S0 = 8;
    internal const int A0 = 10;

    internal const int Mstatus = 0x300;
    internal const int Mie = 0x304;
    internal const int Mtvec = 0x305;

    private readonly List<uint> _words = [];
    private readonly Dictionary<string, int> _labels = [];
    private readonly List<(int Place, string Label)> _open = [];

    internal ulong Here => start + (4ul * (ulong)_words.Count);

    internal byte[] Bytes
    {
        get
        {
            foreach ((int place, string label) in _open)
                _words[place] |= Distance(_words[place], 4 * (_labels[label] - place));
            byte[] bytes = new byte[4 * _words.Count];
            for (int place = 0; place < _words.Count; place++)
                BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4 * place), _words[place]);
            return bytes;
        }
    }

    internal Code Label(string name)
    {
        _labels.Add(name, _words.Count);
        return this;
    }

    internal Code Word(uint word)
    {
        _words.Add(word);
        return this;
    }

    /// <summary>Two instructions, whatever the value.</summary>
    internal Code Li(int register, uint value)
    {
        uint upper = (value + 0x800) & 0xFFFF_F000;
        return Word(0x37 | Target(register) | upper).Addi(register, register, (int)(value - upper));
    }

    internal Code Addi(int target, int source, int value) => Word(0x13 | Target(target) | Source(source) | ((uint)value << 20));

    internal Code Andi(int target, int source, int value) => Word(0x7013 | Target(target) | Source(source) | ((uint)value << 20));

    internal Code Lw(int target, int address, int offset) => Word(0x2003 | Target(target) | Source(address) | ((uint)offset << 20));

    internal Code Sw(int value, int address, int offset) => Store(2, value, address, offset);

    internal Code Sb(int value, int address, int offset) => Store(0, value, address, offset);

    internal Code Csrw(int csr, int source) => Word(0x1073 | Source(source) | ((uint)csr << 20));

    internal Code Wfi() => Word(0x1050_0073);

    internal Code Mret() => Word(0x3020_0073);

    internal Code J(string label) => Jump(0x6F, label);

    internal Code Call(string label) => Jump(0xEF, label);

    internal Code Beq(int left, int right, string label) => Jump(0x63 | Source(left) | ((uint)right << 20), label);

    internal Code Bne(int left, int right, string label) => Jump(0x1063 | Source(left) | ((uint)right << 20), label);

    /// <summary>Stores a value at an address, over T0 and T1.</summary>
    internal Code Put(ulong address, uint value) => Li(T0, (uint)address).Li(T1, value).Sw(T1, T0, 0);

    /// <summary>Loads from an address, over T0.</summary>
    internal Code Get(int target, ulong address) => Li(T0, (uint)address).Lw(target, T0, 0);

    /// <summary>Ends the run with success.</summary>
    internal Code Pass() => Put(0x10_0000, 0x5555).Label($"end{_words.Count}").J($"end{_words.Count}");

    /// <summary>Ends the run with a failure when a register does not have a value.</summary>
    internal Code Expect(int register, uint value, int failure)
    {
        string good = $"good{_words.Count}";
        return Li(T2, value).Beq(register, T2, good).Put(0x10_0000, 0x3333u | ((uint)failure << 16)).Label(good);
    }

    private Code Store(uint size, int value, int address, int offset) =>
        Word(0x23 | (size << 12) | Source(address) | ((uint)value << 20) | (((uint)offset & 31) << 7) | (((uint)offset >> 5) << 25));

    private Code Jump(uint word, string label)
    {
        _open.Add((_words.Count, label));
        return Word(word);
    }

    private static uint Distance(uint word, int bytes)
    {
        uint value = (uint)bytes;
        return (word & 0x7F) == 0x6F
            ? ((value >> 20 & 1) << 31) | ((value >> 1 & 0x3FF) << 21) | ((value >> 11 & 1) << 20) | ((value >> 12 & 0xFF) << 12)
            : ((value >> 12 & 1) << 31) | ((value >> 5 & 0x3F) << 25) | ((value >> 1 & 15) << 8) | ((value >> 11 & 1) << 7);
    }

    private static uint Target(int register) => (uint)register << 7;

    private static uint Source(int register) => (uint)register << 15;
}
