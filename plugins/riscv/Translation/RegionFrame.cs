using System.Runtime.InteropServices;

namespace Memti.Plugins.RiscV.Translation;

/// <summary>What goes into translated code and what comes back, beside the registers.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct RegionFrame
{
    /// <summary>Cycles that may still pass, the region's reserve for wait states deducted; may come back below zero.</summary>
    public int Left;

    /// <summary>Target of the indirect jump at which the code was left.</summary>
    public uint Target;

    /// <summary>Instructions, words and active cycles: <see cref="CodeCost.Packed"/>.</summary>
    public long Packed;
}
