namespace Memti.Plugins.Adapters.Codes;

/// <summary>Codes of the models with residual adapters.</summary>
public static class AdapterCodes
{
    /// <summary>The processor has no fused multiply-add, and would compute other bits.</summary>
    public const string NoFusedMultiplyAdd = "MEMTI8204";
}
