namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>
/// Time of one layer by the workbook: its resources overlap perfectly, and the slowest determines the time. Sizes in KiB, times in cycles.
/// </summary>
/// <param name="KeepsFeatures">True when features stay in the buffer and weights stream; false for the reverse.</param>
/// <param name="Batch">Frames that share one fetch of the weights.</param>
/// <param name="DramKb">Traffic of the primary memory.</param>
/// <param name="SinglePassKb">Traffic of the primary memory if each operand were read once.</param>
/// <param name="DramCycles">Cycles of the primary memory.</param>
/// <param name="SramReadKb">Reads from the second memory.</param>
/// <param name="SramReadCycles">Cycles of its read port.</param>
/// <param name="SramWriteKb">Writes to the second memory.</param>
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

    /// <summary>The slowest resource, by the workbook's names; on a tie the first in its order of columns.</summary>
    public string Bottleneck => MaxCycles switch
    {
        // Exact comparison is safe: the maximum is one of the four values, unchanged.
        var most when most == MacCycles => "MAC",
        var most when most == DramCycles => "DRAM",
        var most when most == SramReadCycles => "CVSRAM-R",
        _ => "CVSRAM-W",
    };
}
