using Memti.Plugins.RiscV.Tests.Machines;

namespace Memti.Plugins.RiscV.Tests.Translation;

/// <summary>
/// A random program of loops, calls, jumps by tables, accesses to two memories and to devices, counters, exceptions, interrupts by the
/// timer and code that changes itself. It ends by the finisher.
/// </summary>
internal sealed class LoopProgram
{
    private const int Data = 8;
    private const int OtherData = 9;
    private const int Patched = 3;
    private const int Round = 18;
    private const int Inner = 19;
    private const int Saved = 30;
    private const int Functions = 4;

    // What random instructions read and write.
    private static readonly int[] Free = [5, 6, 7, 10, 11, 12, 13, 14, 15, 16, 17, 28, 29];

    private static readonly string[] Products = ["mul", "mulh", "mulhsu", "mulhu", "div", "divu", "rem", "remu"];

    private readonly CodeBuilder _code;
    private readonly Random _random;
    private readonly uint _data;
    private readonly uint _otherData;
    private readonly bool _changes;
    private int _label;

    /// <param name="seed">Seed of the random numbers.</param>
    /// <param name="address">Where it lies.</param>
    /// <param name="data">4 KiB that it may write.</param>
    /// <param name="otherData">4 KiB that it may write, in another memory.</param>
    /// <param name="changes">True when it may write its own code.</param>
    public LoopProgram(int seed, uint address, uint data, uint otherData, bool changes)
    {
        (_data, _otherData, _changes) = (data, otherData, changes);
        _random = new Random(seed);
        _code = new CodeBuilder(address);
        Start();
        Main();
        for (int function = 0; function < Functions; function++)
            Function(function);
        Handler();
    }

    /// <summary>The program.</summary>
    public byte[] Bytes => _code.Build();

    private void Start()
    {
        _code.La(5, "handler");
        _code.Csr("csrrw", 0, 0x305, 5);
        _code.Li(Data, _data);
        _code.Li(OtherData, _otherData);
        _code.La(Patched, "patched");
        foreach (int register in Free)
            _code.Li(register, (uint)_random.Next());
        Alarm(300);
        _code.Li(Saved, 0x880);
        _code.Csr("csrrw", 0, 0x304, Saved);
        _code.Imm("addi", Saved, 0, 8);
        _code.Csr("csrrs", 0, 0x300, Saved);
    }

    private void Main()
    {
        _code.Imm("addi", Round, 0, 20 + _random.Next(20));
        _code.Label("round");
        int pieces = 4 + _random.Next(6);
        for (int piece = 0; piece < pieces; piece++)
            Piece();
        _code.Imm("addi", Round, Round, -1);
        Loop(Round, "round");
        _code.Li(5, 0x00100000);
        _code.Li(6, 0x5555);
        _code.Store("sw", 6, 0, 5);
        _code.Label("end");
        _code.Jal(0, "end");
    }

    private void Piece()
    {
        switch (_random.Next(10))
        {
            case 0: InnerLoop(); break;
            case 1: InnerLoop(); break;
            case 2: _code.Jal(1, $"function{_random.Next(Functions)}"); break;
            case 3: Switch(); break;
            case 4: _code.Csr("csrrs", Any(), Pick(0xb00, 0xb02, 0xc00, 0xc02, 0x342, 0x344), 0); break;
            case 5: Device(); break;
            case 6: Rare(); break;
            case 7 when _changes: Change(); break;
            default: Straight(6); break;
        }
    }

    private void InnerLoop()
    {
        string begin = NewLabel();
        _code.Imm("addi", Inner, 0, 1 + _random.Next(40));
        _code.Label(begin);
        Straight(4);
        if (_random.Next(3) == 0)
            _code.Jal(1, $"function{_random.Next(Functions)}");
        Skip();
        Straight(4);
        _code.Imm("addi", Inner, Inner, -1);
        Loop(Inner, begin);
    }

    // A branch over some instructions.
    private void Skip()
    {
        string behind = NewLabel();
        _code.Branch(Pick("beq", "bne", "blt", "bge", "bltu", "bgeu"), Any(), Any(), behind);
        Straight(3);
        _code.Label(behind);
    }

    // Jumps to one of the functions by a number.
    private void Switch()
    {
        _code.Imm("andi", 5, Any(), 3);
        _code.Imm("slli", 5, 5, 2);
        string table = NewLabel(), behind = NewLabel();
        _code.La(6, table);
        _code.Op("add", 5, 5, 6);
        _code.Imm("jalr", 0, 5, 0);
        _code.Align(4);
        _code.Label(table);
        for (int index = 0; index < Functions; index++)
            _code.Jal(1, $"function{index}");
        _code.Label(behind);
    }

    private void Device()
    {
        _code.Li(5, 0x0200bff8);
        _code.Load("lw", Any(), 0, 5);
    }

    private void Rare()
    {
        switch (_random.Next(5))
        {
            case 0: _code.Word(0x00000073); break;
            case 1: _code.Word(0x0000100f); break;
            case 2: _code.Load("lw", Any(), 1 + _random.Next(3), Data); break;
            case 3: _code.Word(0x0000202f | ((uint)Any() << 7) | (Data << 15) | ((uint)Any() << 20)); break;
            default: _code.Word(0x10500073); break;
        }
    }

    // Writes one of two instructions into a function; sometimes with a FENCE.I.
    private void Change()
    {
        _code.Li(5, 0x00100013u | ((uint)Any() << 7) | ((uint)Any() << 15) | ((uint)_random.Next(2048) << 20));
        _code.Store("sw", 5, 0, Patched);
        if (_random.Next(2) == 0)
            _code.Word(0x0000100f);
    }

    private void Function(int number)
    {
        if (_random.Next(2) == 0)
            _code.Align(4);
        _code.Label($"function{number}");
        Straight(3);
        Skip();
        if (number == 0)
        {
            _code.Align(4);
            _code.Label("patched");
            _code.Imm("addi", 10, 10, 1);
        }

        Straight(3);
        if (_random.Next(2) == 0)
            _code.Imm("jalr", 0, 1, 0);
        else
            _code.Half(0x8082);
    }

    private void Straight(int most)
    {
        for (int count = _random.Next(most + 1); count > 0; count--)
            Instruction();
    }

    private void Instruction()
    {
        switch (_random.Next(10))
        {
            case 0: _code.Half((ushort)(0x4001 | (Any() << 7) | (_random.Next(32) << 2))); break;
            case 1: _code.Half((ushort)(0x9002 | (Any() << 7) | (Any() << 2))); break;
            case 2: _code.Imm("addi", Any(), Any(), _random.Next(4096) - 2048); break;
            case 3: Access(Data); break;
            case 4: Access(OtherData); break;
            case 5: _code.Op(Pick(Products), Any(), Any(), Any()); break;
            case 6: _code.Op(Pick("sub", "sra"), Any(), Any(), Any()); break;
            default: _code.Op(Pick([.. Assembler.RegisterNames]), Any(), Any(), Any()); break;
        }
    }

    private void Access(int at)
    {
        int offset = 4 * _random.Next(500);
        if (_random.Next(2) == 0)
            _code.Load(Pick("lb", "lh", "lw", "lbu", "lhu"), Any(), offset, at);
        else
            _code.Store(Pick("sb", "sh", "sw"), Any(), offset, at);
    }

    // Far enough for a long loop.
    private void Loop(int counter, string begin)
    {
        string end = NewLabel();
        if (_random.Next(2) == 0 && begin != "round")
        {
            _code.Branch("bne", counter, 0, begin);
            return;
        }

        _code.Branch("beq", counter, 0, end);
        _code.Jal(0, begin);
        _code.Label(end);
    }

    // An interrupt sets the next alarm; an exception goes on behind its instruction, which has four bytes.
    private void Handler()
    {
        string exception = NewLabel();
        _code.Align(4);
        _code.Label("handler");
        _code.Csr("csrrw", Saved, 0x340, Saved);
        _code.Csr("csrrs", 31, 0x342, 0);
        _code.Branch("bge", 31, 0, exception);
        Alarm(100 + _random.Next(700));
        _code.Csr("csrrs", Saved, 0x340, 0);
        _code.Word(0x30200073);
        _code.Label(exception);
        _code.Csr("csrrs", 31, 0x341, 0);
        _code.Imm("addi", 31, 31, 4);
        _code.Csr("csrrw", 0, 0x341, 31);
        _code.Csr("csrrs", Saved, 0x340, 0);
        _code.Word(0x30200073);
    }

    private void Alarm(int cycles)
    {
        _code.Li(Saved, 0x0200bff8);
        _code.Load("lw", 31, 0, Saved);
        _code.Imm("addi", 31, 31, cycles);
        _code.Li(Saved, 0x02004000);
        _code.Store("sw", 31, 0, Saved);
        _code.Store("sw", 0, 4, Saved);
    }

    private int Any() => Pick(Free);

    private T Pick<T>(params T[] from) => from[_random.Next(from.Length)];

    private string NewLabel() => $"label{_label++}";
}
