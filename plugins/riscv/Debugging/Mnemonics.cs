using K = Memti.Plugins.RiscV.Instructions.OperationKind;

namespace Memti.Plugins.RiscV.Debugging;

/// <summary>Names of instructions.</summary>
internal static class Mnemonics
{
    /// <summary>The name of an instruction of four bytes, without ordering bits.</summary>
    public static string Of(K kind) => kind switch
    {
        K.FenceI => "fence.i",
        K.SextB => "sext.b",
        K.SextH => "sext.h",
        K.ZextH => "zext.h",
        K.OrcB => "orc.b",
        K.LrW => "lr.w",
        K.ScW => "sc.w",
        >= K.AmoswapW => $"{kind.ToString()[..^1].ToLowerInvariant()}.w",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
