using Memti.Abstractions.Processors;

namespace Memti.Runs.Tests.Debugging;

/// <summary>A core without instructions: registers and lists of what was set.</summary>
internal sealed class ScriptedCore : CoreDebug
{
    public Dictionary<int, ulong> Registers { get; } = [];

    public HashSet<ulong> Breakpoints { get; } = [];

    public HashSet<(ulong Address, int Bytes, WatchKind Kind)> Watchpoints { get; } = [];

    public CoreFault? LastFault { get; set; }

    public (ulong Address, WatchKind Kind) Touched { get; set; }

    public override ulong ProgramCounter
    {
        get => Registers.GetValueOrDefault(32);
        set => Registers[32] = value;
    }

    public override CoreFault? Fault => LastFault;

    public override IReadOnlyList<ulong> LastCalls => [];

    public override (ulong Address, WatchKind Kind) LastWatch => Touched;

    public override string TargetDescription =>
        "<?xml version=\"1.0\"?><target version=\"1.0\"><architecture>riscv:rv32</architecture>"
        + "<feature name=\"org.gnu.gdb.riscv.cpu\">"
        + string.Concat(Enumerable.Range(0, 33).Select(static number => $"<reg name=\"{Name(number)}\" bitsize=\"32\"/>"))
        + "</feature><feature name=\"org.gnu.gdb.riscv.csr\"><reg name=\"mcause\" bitsize=\"32\" regnum=\"899\"/>"
        + "<reg name=\"absent\" bitsize=\"32\"/></feature></target>";

    private static string Name(int register) => register == 32 ? "pc" : $"x{register}";

    public override bool TryRead(int register, out ulong value)
    {
        value = Registers.GetValueOrDefault(register);
        return register is <= 32 or 899;
    }

    public override bool TryWrite(int register, ulong value)
    {
        Registers[register] = value;
        return register is <= 32 or 899;
    }

    public override void SetBreakpoint(ulong address, bool active) =>
        _ = active ? Breakpoints.Add(address) : Breakpoints.Remove(address);

    public override void SetWatchpoint(ulong address, int bytes, WatchKind kind, bool active) =>
        _ = active ? Watchpoints.Add((address, bytes, kind)) : Watchpoints.Remove((address, bytes, kind));

    public override string? Disassemble(ulong address) => "nop";
}
