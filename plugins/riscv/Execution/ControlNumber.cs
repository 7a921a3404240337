namespace Memti.Plugins.RiscV.Execution;

/// <summary>Numbers of the control registers.</summary>
internal static class ControlNumber
{
    public const int Mstatus = 0x300;
    public const int Misa = 0x301;
    public const int Mie = 0x304;
    public const int Mtvec = 0x305;
    public const int Mstatush = 0x310;
    public const int Mcountinhibit = 0x320;
    public const int Mhpmevent3 = 0x323;
    public const int Mhpmevent31 = 0x33f;
    public const int Mscratch = 0x340;
    public const int Mepc = 0x341;
    public const int Mcause = 0x342;
    public const int Mtval = 0x343;
    public const int Mip = 0x344;
    public const int Tselect = 0x7a0;
    public const int Tdata1 = 0x7a1;
    public const int Tdata2 = 0x7a2;
    public const int Tdata3 = 0x7a3;
    public const int Mcycle = 0xb00;
    public const int Minstret = 0xb02;
    public const int Mhpmcounter3 = 0xb03;
    public const int Mhpmcounter31 = 0xb1f;
    public const int Cycle = 0xc00;
    public const int Time = 0xc01;
    public const int Instret = 0xc02;
    public const int Hpmcounter31 = 0xc1f;
    public const int Mvendorid = 0xf11;
    public const int Marchid = 0xf12;
    public const int Mimpid = 0xf13;
    public const int Mhartid = 0xf14;
    public const int Mconfigptr = 0xf15;

    /// <summary>Distance from a counter to its upper half.</summary>
    public const int Upper = 0x80;
}
