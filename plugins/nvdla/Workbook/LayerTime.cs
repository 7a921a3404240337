namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>Time of one layer by the workbook: its resources overlap perfectly, and the slowest sets the time. Sizes in KiB, times in cycles.</summary>
/// <param name="KeepsFeatures">True when features stay in the buffer and weights stream; false the other way round.</param>
/// <param name="Batch">Frames that share one fetch of the weights.</param>
/// <param name="DramKb">What the primary memory moves.</param>
/// <param name="SinglePassKb">What it would move if each operand were read once.</param>
/// <param name="DramCycles">Cycles of the primary memory.</param>
/// <param name="SramReadKb">What the second memory gives.</param>
/// <param name="SramReadCycles">Cycles of its read port.</param>
/// <param name="SramWriteKb">What it takes.</param>
/// <param name="SramWriteCycles">Cycles of its write port.</param>
/// <param name="MacCycles">Cycles of the multipliers.</param>
internal readonly record struct LayerTime(
    bool KeepsFeatures,
    double Batch,
    double DramKb,
    double SinglePassKb,
    double DramCycles,
    double SramReadKb,
    double SramReadCycles,
    double SramWriteKb,
    double SramWriteCycles,
    double MacCycles)
{
    /// <summary>Cycles of the layer.</summary>
    public double MaxCycles => Math.Max(Math.Max(MacCycles, DramCycles), Math.Max(SramReadCycles, SramWriteCycles));

    /// <summary>The resource that sets the time, by the workbook's names; multipliers win a tie.</summary>
    public string Bottleneck => MaxCycles switch
    {
        var most when most == MacCycles => "MAC",
        var most when most == DramCycles => "DRAM",
        var most when most == SramReadCycles => "CVSRAM-R",
        _ => "CVSRAM-W",
    };
}
