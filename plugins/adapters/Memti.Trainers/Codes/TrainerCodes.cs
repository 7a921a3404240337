namespace Memti.Trainers.Codes;

/// <summary>Codes of trainers, whatever engine computes.</summary>
public static class TrainerCodes
{
    /// <summary>Tensors of a weight file that were taken under other names than the file gives them.</summary>
    public const string TensorsRenamed = "MEMTI8203";
}
