namespace Memti.Plugins.Adapters.Codes;

/// <summary>Codes of the models with residual adapters.</summary>
public static class AdapterCodes
{
    /// <summary>The processor has no fused multiply-add, and would compute other bits.</summary>
    public const string NoFusedMultiplyAdd = "MEMTI8204";

    /// <summary>Fluctuating reads were asked of a network with adapters.</summary>
    public const string FluctuationWithAdapters = "MEMTI8205";

    /// <summary>Fluctuating reads of a network that was never trained with coded inputs.</summary>
    public const string InputRangesUnknown = "MEMTI8206";
}
