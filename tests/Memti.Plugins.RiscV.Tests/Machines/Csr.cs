namespace Memti.Plugins.RiscV.Tests.Machines;

/// <summary>Numbers of control registers, from the specification.</summary>
internal static class Csr
{
    public const int Mstatus = 0x300;
    public const int Misa = 0x301;
    public const int Mie = 0x304;
    public const int Mtvec = 0x305;
    public const int Mcountinhibit = 0x320;
    public const int Mscratch = 0x340;
    public const int Mepc = 0x341;
    public const int Mcause = 0x342;
    public const int Mtval = 0x343;
    public const int Mip = 0x344;
    public const int Mcycle = 0xb00;
    public const int Mcycleh = 0xb80;
    public const int Minstret = 0xb02;
    public const int Minstreth = 0xb82;
    public const int Cycle = 0xc00;
    public const int Time = 0xc01;
    public const int Instret = 0xc02;
    public const int Mhartid = 0xf14;
}
