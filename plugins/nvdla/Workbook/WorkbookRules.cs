using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>Rules that differ between sheets of the workbook or that it leaves open. Defaults are the common ones.</summary>
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

    /// <summary>Layers that use Winograd's transform.</summary>
    public WinogradRule Winograd { get; init; } = WinogradRule.Any3x3;

    /// <summary>Factor by which Winograd saves cycles: 36 products of 2x2 outputs become 16.</summary>
    public double WinogradGain { get; init; } = 2.25;

    /// <summary>Factor by which Winograd enlarges kernels in memory: 4x4 transformed values for 3x3.</summary>
    public double WinogradWeightGrowth { get; init; } = 16.0 / 9;

    /// <summary>Number of reads of an operand that exceeds the buffer.</summary>
    public Passes Passes { get; init; } = Passes.Multiple;

    /// <summary>Layers for which the buffer holds one more input line than the kernel has rows.</summary>
    public ExtraLine ExtraLine { get; init; } = ExtraLine.First;

    /// <summary>Frames that fully connected layers process together.</summary>
    public int FcBatch { get; init; } = 16;

    /// <summary>Share of the weights that compression saves.</summary>
    public double WeightCompressionRate { get; init; }

    /// <summary>Frames that share one fetch of convolution weights with a second memory; null for as many as it holds.</summary>
    public int? WeightBatch { get; init; } = 1;

    /// <summary>Layers, from 1, whose weights are shared by at most <see cref="FcBatch"/> frames.</summary>
    public IReadOnlySet<int> CappedLayers { get; init; } = new HashSet<int>();

    /// <summary>
    /// Layers, from 1, whose output also goes to the primary memory; null to find those that do not fit along with their input.
    /// </summary>
    public IReadOnlySet<int>? SpilledLayers { get; init; }
}
