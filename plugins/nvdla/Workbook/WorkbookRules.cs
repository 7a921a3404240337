using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>What the workbook does differently from sheet to sheet, and what it leaves to the reader.</summary>
internal sealed record WorkbookRules
{
    /// <summary>Input channels are padded to a multiple of this.</summary>
    public int ChannelAlignment { get; init; } = 16;

    /// <summary>Kernels are padded to a multiple of this for compute.</summary>
    public int KernelAlignment { get; init; } = 16;

    /// <summary>Kernels that the buffer holds at the least.</summary>
    public int KernelGroup { get; init; } = 32;

    /// <summary>True to count a strided convolution as one of stride 1 on more channels.</summary>
    public bool StrideFolding { get; init; } = true;

    /// <summary>Which layers use Winograd's transform.</summary>
    public WinogradRule Winograd { get; init; } = WinogradRule.Any3x3;

    /// <summary>Factor by which Winograd saves cycles.</summary>
    public double WinogradGain { get; init; } = 2.25;

    /// <summary>Factor by which Winograd enlarges kernels in memory.</summary>
    public double WinogradWeightGrowth { get; init; } = 16.0 / 9;

    /// <summary>How often an operand is read that does not fit the buffer.</summary>
    public Passes Passes { get; init; } = Passes.Multiple;

    /// <summary>Layers for which the buffer holds one input line more than a kernel has rows.</summary>
    public ExtraLine ExtraLine { get; init; } = ExtraLine.First;

    /// <summary>Frames that fully connected layers work on at a time.</summary>
    public int FcBatch { get; init; } = 16;

    /// <summary>Share of the weights that compression saves.</summary>
    public double WeightCompressionRate { get; init; }

    /// <summary>Frames that share one fetch of convolution weights beside a second memory; null for as many as the memory holds.</summary>
    public int? WeightBatch { get; init; } = 1;

    /// <summary>Layers, from 1, whose weights are shared by no more frames than <see cref="FcBatch"/>.</summary>
    public IReadOnlySet<int> CappedLayers { get; init; } = new HashSet<int>();

    /// <summary>Layers, from 1, whose output goes to the primary memory too; null to find them: those that do not fit beside their input.</summary>
    public IReadOnlySet<int>? SpilledLayers { get; init; }
}
