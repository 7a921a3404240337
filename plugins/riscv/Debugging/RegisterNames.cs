using N = Memti.Plugins.RiscV.Execution.ControlNumber;

namespace Memti.Plugins.RiscV.Debugging;

/// <summary>Names of registers in assembly language.</summary>
internal static class RegisterNames
{
    private static readonly string[] Names =
    [
        "zero", "ra", "sp", "gp", "tp", "t0", "t1", "t2", "s0", "s1", "a0", "a1", "a2", "a3", "a4", "a5",
        "a6", "a7", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9", "s10", "s11", "t3", "t4", "t5", "t6",
    ];

    /// <summary>The control registers of the core by number.</summary>
    public static IReadOnlyDictionary<int, string> Controls { get; } = new SortedDictionary<int, string>(All().ToDictionary());

    /// <summary>A general register.</summary>
    public static string General(int register) => Names[register];

    /// <summary>A control register; its number in hexadecimal where the core has none.</summary>
    public static string Control(int number) => Controls.TryGetValue(number, out string? name) ? name : $"0x{number:x}";

    private static IEnumerable<(int Number, string Name)> All() => [.. Trap(), .. Counters(), .. EventCounters()];

    private static (int Number, string Name)[] Trap() =>
    [
        (N.Mstatus, "mstatus"), (N.Misa, "misa"), (N.Mie, "mie"), (N.Mtvec, "mtvec"), (N.Mstatush, "mstatush"),
        (N.Mscratch, "mscratch"), (N.Mepc, "mepc"), (N.Mcause, "mcause"), (N.Mtval, "mtval"), (N.Mip, "mip"),
        (N.Tselect, "tselect"), (N.Tdata1, "tdata1"), (N.Tdata2, "tdata2"), (N.Tdata3, "tdata3"),
        (N.Mvendorid, "mvendorid"), (N.Marchid, "marchid"), (N.Mimpid, "mimpid"), (N.Mhartid, "mhartid"), (N.Mconfigptr, "mconfigptr"),
    ];

    private static (int Number, string Name)[] Counters() =>
    [
        (N.Mcountinhibit, "mcountinhibit"),
        (N.Mcycle, "mcycle"), (N.Minstret, "minstret"), (N.Mcycle + N.Upper, "mcycleh"), (N.Minstret + N.Upper, "minstreth"),
        (N.Cycle, "cycle"), (N.Time, "time"), (N.Instret, "instret"),
        (N.Cycle + N.Upper, "cycleh"), (N.Time + N.Upper, "timeh"), (N.Instret + N.Upper, "instreth"),
    ];

    private static IEnumerable<(int Number, string Name)> EventCounters()
    {
        for (int index = 3; index < 32; index++)
        {
            yield return (N.Mhpmevent3 + index - 3, $"mhpmevent{index}");
            yield return (N.Mhpmcounter3 + index - 3, $"mhpmcounter{index}");
            yield return (N.Mhpmcounter3 + N.Upper + index - 3, $"mhpmcounter{index}h");
            yield return (N.Instret + index - 2, $"hpmcounter{index}");
            yield return (N.Instret + N.Upper + index - 2, $"hpmcounter{index}h");
        }
    }
}
