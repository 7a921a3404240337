using Memti.Plugins.RiscV.Tests.Machines;
using C = Memti.Plugins.RiscV.Tests.Machines.CompressedAssembler;

namespace Memti.Plugins.RiscV.Tests.Programs;

/// <summary>
/// Random code that ends: jumps lead forward, loops count. It reads and writes a window whose address is in x2 and x8, which it never
/// changes. A block of code does not depend on its address.
/// </summary>
internal sealed class RandomCode(Random random, int window)
{
    private const int Stack = 2;
    private const int Near = 8;
    private const int LoopCounter = 31;

    // Registers that the surrounding code needs.
    private readonly List<int> _kept = [Stack, Near, LoopCounter];

    /// <summary>A block of about this many instructions.</summary>
    public byte[] Block(int instructions)
    {
        var code = new CodeBuilder(0);
        for (int done = 0; done < instructions; done++)
            code.Bytes(Unit());
        return code.Build();
    }

    private byte[] Unit() => random.Next(100) switch
    {
        < 30 => One(Registers()),
        < 45 => One(Immediates()),
        < 48 => One(Assembler.Upper(random.Next(2) == 0, Target(), (uint)random.Next())),
        < 58 => Access(),
        < 72 => Compressed(),
        < 76 => Atomic(),
        < 84 => SkipBody(),
        < 88 => JumpOver(),
        < 91 => Call(),
        < 94 => Loop(),
        < 96 => Trap(),
        < 97 => Change(),
        < 98 => ComputedAccess(),
        _ => One(random.Next(2) == 0 ? Assembler.Fence : Assembler.FenceI),
    };

    private static byte[] One(uint word) => new CodeBuilder(0).Word(word).Build();

    private static byte[] Half(ushort half) => new CodeBuilder(0).Half(half).Build();

    private T Pick<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    private int Any() => random.Next(32);

    private int Target(int first = 0, int last = 31)
    {
        while (true)
        {
            int register = random.Next(first, last + 1);
            if (!_kept.Contains(register))
                return register;
        }
    }

    private int NearTarget() => Target(9, 15);

    private uint Registers() => Assembler.Registers(Pick(Assembler.RegisterNames), Target(), Any(), Any());

    private uint Immediates()
    {
        string name = Pick(Assembler.ArithmeticNames);
        bool isShift = name is "slli" or "srli" or "srai" or "rori" or "bclri" or "bexti" or "binvi" or "bseti";
        return Assembler.Immediate(name, Target(), Any(), isShift ? random.Next(32) : random.Next(-2048, 2048));
    }

    private byte[] Access()
    {
        int address = random.Next(2) == 0 ? Stack : Near, offset = random.Next(window - 4);
        return One(random.Next(2) == 0
            ? Assembler.Immediate(Pick(["lb", "lh", "lw", "lbu", "lhu"]), Target(), address, offset)
            : Assembler.Store(Pick(["sb", "sh", "sw"]), Any(), offset, address));
    }

    private byte[] ComputedAccess()
    {
        int address = Target(1);
        return new CodeBuilder(0)
            .Imm("andi", address, Any(), window - 4)
            .Op("add", address, address, Near)
            .Load(Pick(["lb", "lh", "lw", "lbu", "lhu"]), Target(), 0, address)
            .Build();
    }

    private byte[] Compressed() => Half(random.Next(16) switch
    {
        0 => C.AddImmediate(Target(1), random.Next(-32, 32)),
        1 => C.LoadImmediate(Target(1), random.Next(-32, 32)),
        2 => C.LoadUpper(Target(1), random.Next(1, 32)),
        3 => C.ShiftLeft(Target(1), random.Next(1, 32)),
        4 => C.Move(Target(1), random.Next(1, 32)),
        5 => C.Add(Target(1), random.Next(1, 32)),
        6 => C.NearImmediate(0, NearTarget(), random.Next(1, 32)),
        7 => C.NearImmediate(1, NearTarget(), random.Next(1, 32)),
        8 => C.NearImmediate(2, NearTarget(), random.Next(-32, 32)),
        9 => C.NearRegisters(random.Next(4), NearTarget(), random.Next(8, 16)),
        10 => C.NearAccess(false, NearTarget(), 4 * random.Next(32), Near),
        11 => C.NearAccess(true, random.Next(8, 16), 4 * random.Next(32), Near),
        12 => C.StackLoad(Target(1), 4 * random.Next(64)),
        13 => C.StackStore(Any(), 4 * random.Next(64)),
        14 => C.StackAddress(NearTarget(), 4 * random.Next(1, 256)),
        _ => C.Nop,
    });

    private byte[] Atomic()
    {
        int address = Target(1);
        CodeBuilder code = new CodeBuilder(0).Imm("addi", address, Near, 4 * random.Next((window / 4) - 1));
        if (random.Next(3) > 0)
            return code.Word(Assembler.Atomic(Pick(Assembler.AtomicNames), Target(), Any(), address, (uint)random.Next(4))).Build();
        _kept.Add(address);
        if (random.Next(4) > 0)
            code.Word(Assembler.Atomic("lr.w", Target(), 0, address, (uint)random.Next(4)));
        _kept.RemoveAt(_kept.Count - 1);
        if (random.Next(4) == 0)
            code.Imm("addi", address, Near, 4 * random.Next((window / 4) - 1));
        return code.Word(Assembler.Atomic("sc.w", Target(), Any(), address, (uint)random.Next(4))).Build();
    }

    private byte[] SkipBody()
    {
        byte[] body = Block(random.Next(1, 6));
        var code = new CodeBuilder(0);
        if (random.Next(2) == 0 && body.Length < 250)
            code.Half(C.Branch(random.Next(2) == 0, random.Next(8, 16), body.Length + 2));
        else
            code.Word(Assembler.Branch(Pick(["beq", "bne", "blt", "bge", "bltu", "bgeu"]), Any(), Any(), body.Length + 4));
        return code.Bytes(body).Build();
    }

    private byte[] JumpOver()
    {
        byte[] body = Block(random.Next(1, 5));
        var code = new CodeBuilder(0);
        switch (random.Next(3))
        {
            case 0: code.Word(Assembler.Jump(Target(), body.Length + 4)); break;
            case 1: code.Half(C.Jump(!_kept.Contains(1) && random.Next(2) == 0, body.Length + 2)); break;
            default:
                int address = Target(1);
                code.Word(Assembler.Upper(true, address, 0), Assembler.Immediate("jalr", Target(), address, body.Length + 8));
                break;
        }

        return code.Bytes(body).Build();
    }

    private byte[] Call()
    {
        int link = random.Next(2) == 0 ? 1 : 5;
        if (_kept.Contains(link))
            return Half(C.Nop);
        _kept.Add(link);
        byte[] body = Block(random.Next(1, 6));
        _kept.Remove(link);
        var code = new CodeBuilder(0).Word(Assembler.Jump(0, body.Length + 4 + 2)).Bytes(body).Half(C.JumpRegister(link));
        return code.Word(Assembler.Jump(link, -body.Length - 2)).Build();
    }

    private byte[] Loop()
    {
        if (!_kept.Contains(30))
            return Counted(30);
        return _kept.Contains(29) ? Half(C.Nop) : Counted(29);
    }

    private byte[] Counted(int counter)
    {
        _kept.Add(counter);
        byte[] body = Block(random.Next(1, 6));
        _kept.Remove(counter);
        return new CodeBuilder(0)
            .Imm("addi", counter, 0, random.Next(1, 9))
            .Bytes(body)
            .Imm("addi", counter, counter, -1)
            .Word(Assembler.Branch("bne", counter, 0, -body.Length - 4))
            .Build();
    }

    private byte[] Trap() => random.Next(4) switch
    {
        0 => One(Assembler.Ecall),
        1 => One(Assembler.Ebreak),
        2 => Half(C.Ebreak),
        // Reserved in every version of the specification: zero, and all ones.
        _ => random.Next(2) == 0 ? Half(0) : One(0xffffffff),
    };

    // Writes the instruction that comes next.
    private byte[] Change()
    {
        int address = Target(1, 15), value = Target(16, 28);
        if (_kept.Contains(address) || _kept.Contains(value))
            return Half(C.Nop);
        return new CodeBuilder(0)
            .Word(Assembler.Upper(true, address, 0))
            .Li(value, Registers())
            .Store("sw", value, 20, address)
            .Word(Assembler.FenceI)
            .Word(Assembler.Nop)
            .Build();
    }
}
