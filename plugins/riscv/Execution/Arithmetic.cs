namespace Memti.Plugins.RiscV.Execution;

/// <summary>Operations that a machine's own instructions do not have in this form.</summary>
internal static class Arithmetic
{
    /// <summary>DIV: -1 for a division by zero, the dividend where the quotient does not fit.</summary>
    public static uint Divide(uint dividend, uint divisor) => divisor switch
    {
        0 => uint.MaxValue,
        uint.MaxValue => 0 - dividend,
        _ => (uint)((int)dividend / (int)divisor),
    };

    /// <summary>DIVU: all ones for a division by zero.</summary>
    public static uint DivideUnsigned(uint dividend, uint divisor) => divisor == 0 ? uint.MaxValue : dividend / divisor;

    /// <summary>REM: the dividend for a division by zero, 0 where the quotient does not fit.</summary>
    public static uint Remainder(uint dividend, uint divisor) => divisor switch
    {
        0 => dividend,
        uint.MaxValue => 0,
        _ => (uint)((int)dividend % (int)divisor),
    };

    /// <summary>REMU: the dividend for a division by zero.</summary>
    public static uint RemainderUnsigned(uint dividend, uint divisor) => divisor == 0 ? dividend : dividend % divisor;

    /// <summary>ORC.B: each byte becomes all ones where it is not zero.</summary>
    public static uint CombineBytes(uint value)
    {
        uint any = (((value & 0x7f7f7f7f) + 0x7f7f7f7f) | value) & 0x80808080;
        return (any >> 7) * 0xff;
    }
}
