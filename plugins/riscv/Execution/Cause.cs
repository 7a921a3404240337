namespace Memti.Plugins.RiscV.Execution;

/// <summary>Causes of traps, by the privileged specification.</summary>
internal static class Cause
{
    public const uint FetchFault = 1;
    public const uint Illegal = 2;
    public const uint Breakpoint = 3;
    public const uint MisalignedLoad = 4;
    public const uint LoadFault = 5;
    public const uint MisalignedStore = 6;
    public const uint StoreFault = 7;
    public const uint CallFromMachine = 11;

    /// <summary>The bit of <c>mcause</c> that marks an interrupt.</summary>
    public const uint Interrupt = 0x80000000;

    public const int SoftwareInterrupt = 3;
    public const int TimerInterrupt = 7;
    public const int ExternalInterrupt = 11;
    public const int FirstLocal = 16;

    /// <summary>A cause in words.</summary>
    public static string Describe(uint cause) => cause switch
    {
        FetchFault => "instruction access fault",
        Illegal => "illegal instruction",
        Breakpoint => "breakpoint instruction",
        MisalignedLoad => "misaligned load",
        LoadFault => "load access fault",
        MisalignedStore => "misaligned store",
        StoreFault => "store access fault",
        CallFromMachine => "environment call",
        Interrupt | SoftwareInterrupt => "software interrupt",
        Interrupt | TimerInterrupt => "timer interrupt",
        Interrupt | ExternalInterrupt => "external interrupt",
        >= Interrupt => $"local interrupt {cause & 31}",
        _ => $"exception {cause}",
    };
}
