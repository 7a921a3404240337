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
        _code.Address(5, "handler");
        _code.Control(1, 0, 0x305, 5);
        _code.Constant(Data, _data);
        _code.Constant(OtherData, _otherData);
        _code.Address(Patched, "patched");
        foreach (int register in Free)
            _code.Constant(register, (uint)_random.Next());
        Alarm(300);
        _code.Constant(Saved, 0x880);
        _code.Control(1, 0, 0x304, Saved);
        _code.AddImmediate(Saved, 0, 8);
        _code.Control(2, 0, 0x300, Saved);
    }

    private void Main()
    {
        _code.AddImmediate(Round, 0, 20 + _random.Next(20));
        _code.Label("round");
        int pieces = 4 + _random.Next(6);
        for (int piece = 0; piece < pieces; piece++)
            Piece();
        _code.AddImmediate(Round, Round, -1);
        Loop(Round, "round");
        _code.Constant(5, 0x00100000);
        _code.Constant(6, 0x5555);
        _code.Store(2, 6, 5, 0);
        _code.Label("end");
        _code.Jump(0, "end");
    }

    private void Piece()
    {
        switch (_random.Next(10))
        {
            case 0: InnerLoop(); break;
            case 1: InnerLoop(); break;
            case 2: _code.Jump(1, $"function{_random.Next(Functions)}"); break;
            case 3: Switch(); break;
            case 4: _code.Control(2, Any(), Pick(0xb00, 0xb02, 0xc00, 0xc02, 0x342, 0x344), 0); break;
            case 5: Device(); break;
            case 6: Rare(); break;
            case 7 when _changes: Change(); break;
            default: Straight(6); break;
        }
    }

    private void InnerLoop()
    {
        string begin = NewLabel();
        _code.AddImmediate(Inner, 0, 1 + _random.Next(40));
        _code.Label(begin);
        Straight(4);
        if (_random.Next(3) == 0)
            _code.Jump(1, $"function{_random.Next(Functions)}");
        Skip();
        Straight(4);
        _code.AddImmediate(Inner, Inner, -1);
        Loop(Inner, begin);
    }

    // A branch over some instructions.
    private void Skip()
    {
        string behind = NewLabel();
        _code.Branch(Pick<uint>(0, 1, 4, 5, 6, 7), Any(), Any(), behind);
        Straight(3);
        _code.Label(behind);
    }

    // Jumps to one of the functions by a number.
    private void Switch()
    {
        _code.AluImmediate(7, 5, Any(), 3);
        _code.AluImmediate(1, 5, 5, 2);
        string table = NewLabel(), behind = NewLabel();
        _code.Address(6, table);
        _code.Alu(0, 0, 5, 5, 6);
        _code.JumpTo(0, 5);
        _code.Align();
        _code.Label(table);
        for (int index = 0; index < Functions; index++)
            _code.Jump(1, $"function{index}");
        _code.Label(behind);
    }

    private void Device()
    {
        _code.Constant(5, 0x0200bff8);
        _code.Load(2, Any(), 5, 0);
    }

    private void Rare()
    {
        switch (_random.Next(5))
        {
            case 0: _code.Word(0x00000073); break;
            case 1: _code.Word(0x0000100f); break;
            case 2: _code.Load(2, Any(), Data, 1 + _random.Next(3)); break;
            case 3: _code.Word(0x0000202f | ((uint)Any() << 7) | (Data << 15) | ((uint)Any() << 20)); break;
            default: _code.Word(0x10500073); break;
        }
    }

    // Writes one of two instructions into a function; sometimes with a FENCE.I.
    private void Change()
    {
        _code.Constant(5, 0x00100013u | ((uint)Any() << 7) | ((uint)Any() << 15) | ((uint)_random.Next(2048) << 20));
        _code.Store(2, 5, Patched, 0);
        if (_random.Next(2) == 0)
            _code.Word(0x0000100f);
    }

    private void Function(int number)
    {
        if (_random.Next(2) == 0)
            _code.Align();
        _code.Label($"function{number}");
        Straight(3);
        Skip();
        if (number == 0)
        {
            _code.Align();
            _code.Label("patched");
            _code.AddImmediate(10, 10, 1);
        }

        Straight(3);
        if (_random.Next(2) == 0)
            _code.JumpTo(0, 1);
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
            case 0: _code.Half(0x4000u | 1 | ((uint)Any() << 7) | ((uint)_random.Next(32) << 2)); break;
            case 1: _code.Half(0x9002u | ((uint)Any() << 7) | ((uint)Any() << 2)); break;
            case 2: _code.AddImmediate(Any(), Any(), _random.Next(4096) - 2048); break;
            case 3: Access(Data); break;
            case 4: Access(OtherData); break;
            case 5: _code.Alu((uint)_random.Next(8), 1, Any(), Any(), Any()); break;
            case 6: _code.Alu(Pick<uint>(0, 5), 0x20, Any(), Any(), Any()); break;
            default: _code.Alu((uint)_random.Next(8), 0, Any(), Any(), Any()); break;
        }
    }

    private void Access(int at)
    {
        int offset = 4 * _random.Next(500);
        if (_random.Next(2) == 0)
            _code.Load(Pick<uint>(0, 1, 2, 4, 5), Any(), at, offset);
        else
            _code.Store(Pick<uint>(0, 1, 2), Any(), at, offset);
    }

    // Far enough for a long loop.
    private void Loop(int counter, string begin)
    {
        string end = NewLabel();
        if (_random.Next(2) == 0 && begin != "round")
        {
            _code.Branch(1, counter, 0, begin);
            return;
        }

        _code.Branch(0, counter, 0, end);
        _code.Jump(0, begin);
        _code.Label(end);
    }

    // An interrupt sets the next alarm; an exception goes on behind its instruction, which has four bytes.
    private void Handler()
    {
        string exception = NewLabel();
        _code.Align();
        _code.Label("handler");
        _code.Control(1, Saved, 0x340, Saved);
        _code.Control(2, 31, 0x342, 0);
        _code.Branch(5, 31, 0, exception);
        Alarm(100 + _random.Next(700));
        _code.Control(2, Saved, 0x340, 0);
        _code.Word(0x30200073);
        _code.Label(exception);
        _code.Control(2, 31, 0x341, 0);
        _code.AddImmediate(31, 31, 4);
        _code.Control(1, 0, 0x341, 31);
        _code.Control(2, Saved, 0x340, 0);
        _code.Word(0x30200073);
    }

    private void Alarm(int cycles)
    {
        _code.Constant(Saved, 0x0200bff8);
        _code.Load(2, 31, Saved, 0);
        _code.AddImmediate(31, 31, cycles);
        _code.Constant(Saved, 0x02004000);
        _code.Store(2, 31, Saved, 0);
        _code.Store(2, 0, Saved, 4);
    }

    private int Any() => Pick(Free);

    private T Pick<T>(params T[] from) => from[_random.Next(from.Length)];

    private string NewLabel() => $"label{_label++}";
}
