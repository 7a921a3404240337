namespace Memti.Plugins.Adapters.Codes;

/// <summary>Codes of the models with residual adapters.</summary>
public static class AdapterCodes
{
    /// <summary>Tensors of a weight file that were taken under other names than the file gives them.</summary>
    public const string TensorsRenamed = "MEMTI8203";

    /// <summary>The processor has no fused multiply-add, and would compute other bits.</summary>
    public const string NoFusedMultiplyAdd = "MEMTI8204";
}
