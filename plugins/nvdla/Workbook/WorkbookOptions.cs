using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Abstractions.Parameters;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>Options that plans and sweeps share. Omitted values come from the preset and from the sheet of the network.</summary>
public class WorkbookOptions
{
    private const string Workbook = "nvdla/hw, perf/NVDLA_OpenSource_Performance.xlsx";

    /// <summary>The machine. Default: the workbook's.</summary>
    [Parameter(
        "Machine that fills in what is not given: workbook (its shipped inputs), nv_small, nv_small_256, nv_medium_512, "
            + "nv_medium_1024, nv_large, nv_full, memti (1024 MACs, 256 KiB)",
        Source = Workbook + "; nvdla/hw, spec/defs", Status = NumberStatus.Published)]
    public string Preset { get; set; } = "workbook";

    /// <summary>
    /// Shape of the array, channels x kernels. Range: powers of two whose product is the multipliers, or none. Default: the preset's.
    /// </summary>
    [Parameter(
        "Shape of the multiplier array, channels x kernels such as 64x32, powers of two whose product is macs; none: the workbook's "
            + "cycles, channels and "
        + "kernels padded to channel_alignment and kernel_alignment; unset: the preset's, that of as many macs when they are given "
        + "(workbook: none)",
        Source = "nvdla/hw, spec/defs, MAC_ATOMIC_C_SIZE x MAC_ATOMIC_K_SIZE; 32 and 128 macs assumed", Status = NumberStatus.Published)]
    public string? Array { get; set; }

    /// <summary>Placement of weights and features. Default: all in the primary memory.</summary>
    [Parameter(
        "Where features are: dram_only, or with_sram for a second memory on the chip; weights are in the primary memory",
        Source = Workbook,
        Status = NumberStatus.Published)]
    public MachineOrganisation Organisation { get; set; } = MachineOrganisation.DramOnly;

    /// <summary>Sheet of the workbook whose rules apply. Default: chosen by the network's name.</summary>
    [Parameter(
        "Rules of a sheet of the workbook: auto (by the name of the network and its number of layers), none, alexnet, resnet50 (which "
            + "has 256 input channels in layer 3, where the network has 64)",
        Source = Workbook,
        Status = NumberStatus.Published)]
    public string Sheet { get; set; } = "auto";

    /// <summary>Clock. Range: 1 to 5000 MHz.</summary>
    [Parameter(
        "Clock in MHz; unset: the preset's", Unit = "MHz", Minimum = 1, Maximum = 5000, Source = Workbook, Status = NumberStatus.Published)]
    public double? ClockMhz { get; set; }

    /// <summary>Read rate of the second memory. Range: 0.001 to 10000.</summary>
    [Parameter(
        "Read rate of the second memory, in the unit of 'units'; unset: 25",
        Unit = "GB/s",
        Minimum = 0.001,
        Maximum = 10000,
        Source = Workbook,
        Status = NumberStatus.Published)]
    public double? SramReadGbps { get; set; }

    /// <summary>Write rate of the second memory. Range: 0.001 to 10000.</summary>
    [Parameter(
        "Write rate of the second memory, in the unit of 'units'; unset: 25",
        Unit = "GB/s",
        Minimum = 0.001,
        Maximum = 10000,
        Source = Workbook,
        Status = NumberStatus.Published)]
    public double? SramWriteGbps { get; set; }

    /// <summary>Capacity of the second memory. Range: 1 to 1048576 KiB.</summary>
    [Parameter(
        "Capacity of the second memory in KiB; unset: 4096",
        Unit = "KiB",
        Minimum = 1,
        Maximum = 1048576,
        Source = Workbook,
        Status = NumberStatus.Published)]
    public double? SramCapacityKb { get; set; }

    /// <summary>Bytes of a feature. Range: 1 to 2. Default: 1.</summary>
    [Parameter("Bytes of a feature", Unit = "byte", Minimum = 1, Maximum = 2, Source = Workbook, Status = NumberStatus.Published)]
    public int FeatureBytes { get; set; } = 1;

    /// <summary>Bytes of a weight. Range: 1 to 2. Default: 1.</summary>
    [Parameter("Bytes of a weight", Unit = "byte", Minimum = 1, Maximum = 2, Source = Workbook, Status = NumberStatus.Published)]
    public int WeightBytes { get; set; } = 1;

    /// <summary>Meaning of 1 GB/s. Default: the workbook's 10^6 KiB/s.</summary>
    [Parameter(
        "What 1 GB/s is: kib (10^6 KiB/s = 1.024e9 byte/s, the workbook's) or bytes (10^9 byte/s)",
        Source = Workbook,
        Status = NumberStatus.Published)]
    public RateUnit Units { get; set; } = RateUnit.Kib;

    /// <summary>Frames that fully connected layers process together. Range: 1 to 16.</summary>
    [Parameter(
        "Frames that fully connected layers work on at a time; unset: the preset's (16, or 1 without the feature)",
        Minimum = 1,
        Maximum = 16,
        Source = Workbook,
        Status = NumberStatus.Published)]
    public int? FcBatch { get; set; }

    /// <summary>Share of the weights that compression saves. Range: 0 to 0.99. Default: 0.</summary>
    [Parameter(
        "Share of the weights that compression saves", Minimum = 0, Maximum = 0.99, Source = Workbook, Status = NumberStatus.Published)]
    public double WeightCompressionRate { get; set; }

    /// <summary>Multiple that input channels and stored output channels are padded to. Range: 1 to 128. Default: 16.</summary>
    [Parameter(
        "Channels are padded to a multiple of this in memory, and for compute with array: none",
        Minimum = 1,
        Maximum = 128,
        Source = Workbook,
        Status = NumberStatus.Published)]
    public int ChannelAlignment { get; set; } = 16;

    /// <summary>Multiple that kernels are padded to for compute. Range: 1 to 128.</summary>
    [Parameter(
        "Kernels are padded to a multiple of this for compute, with array: none; unset: the sheet's (16; 128 for resnet50 dram_only)",
        Minimum = 1,
        Maximum = 128,
        Source = Workbook,
        Status = NumberStatus.Published)]
    public int? KernelAlignment { get; set; }

    /// <summary>Kernels of one group. Range: 1 to 1024. Default: 32.</summary>
    [Parameter(
        "Kernels that the buffer holds at the least", Minimum = 1, Maximum = 1024, Source = Workbook, Status = NumberStatus.Published)]
    public int WeightKernelGroup { get; set; } = 32;

    /// <summary>Counts a strided convolution as one of stride 1 on more channels. Default: true.</summary>
    [Parameter(
        "Count a strided convolution as one of stride 1 on stride x stride times the channels: in memory, and for compute with array: none",
        Source = Workbook,
        Status = NumberStatus.Published)]
    public bool StrideFolding { get; set; } = true;

    /// <summary>Layers that use Winograd's transform.</summary>
    [Parameter(
        "Layers with Winograd's transform: off, unit_stride (3x3 at stride 1, what the hardware can do), any3x3 (the workbook's); "
            + "unset: the preset's",
        Source = Workbook,
        Status = NumberStatus.Published)]
    public WinogradRule? Winograd { get; set; }

    /// <summary>Factor by which Winograd saves cycles. Range: 1 to 4. Default: 2.25.</summary>
    [Parameter("Factor by which Winograd saves cycles", Minimum = 1, Maximum = 4, Source = Workbook, Status = NumberStatus.Published)]
    public double WinogradMacGain { get; set; } = 2.25;

    /// <summary>Factor by which Winograd enlarges kernels in memory. Range: 1 to 4.</summary>
    [Parameter(
        "Factor by which Winograd enlarges kernels in memory, the first layer excepted; unset: the preset's (16/9; 1 when they are "
            + "transformed on the fly)",
        Minimum = 1,
        Maximum = 4,
        Source = Workbook,
        Status = NumberStatus.Published)]
    public double? WinogradWeightGrowth { get; set; }

    /// <summary>Number of reads of an operand that exceeds the buffer.</summary>
    [Parameter(
        "How often an operand is read that does not fit the buffer, dram_only: single, multiple (once for each part of the other); "
            + "unset: the sheet's",
        Source = Workbook,
        Status = NumberStatus.Published)]
    public Passes? Passes { get; set; }

    /// <summary>Layers for which the buffer holds one more input line than the kernel has rows.</summary>
    [Parameter(
        "Layers for which the buffer holds one line more than a kernel has rows: none, first, all; unset: the sheet's",
        Source = Workbook,
        Status = NumberStatus.Published)]
    public ExtraLine? ExtraLine { get; set; }

    /// <summary>Frames that share one fetch of convolution weights with a second memory. Range: 0 to 1024.</summary>
    [Parameter(
        "Frames that share one fetch of convolution weights, with_sram; 0 for as many as the second memory holds; unset: the "
            + "sheet's, else 1",
        Minimum = 0,
        Maximum = 1024,
        Source = Workbook,
        Status = NumberStatus.Published)]
    public int? WeightBatch { get; set; }

    /// <summary>Layers whose weights are shared by at most as many frames as fully connected layers process together.</summary>
    [Parameter(
        "Layers, from 1, that share weights among fc_batch frames at most, with_sram: none, or numbers such as 2,5-7; unset: the sheet's",
        Source = Workbook,
        Status = NumberStatus.Published)]
    public string? CappedLayers { get; set; }

    /// <summary>Layers whose output also goes to the primary memory.</summary>
    [Parameter(
        "Layers, from 1, whose output goes to the primary memory too, with_sram: auto (input and output do not fit), none, or numbers; "
            + "unset: the sheet's, else auto",
        Source = Workbook,
        Status = NumberStatus.Published)]
    public string? SpilledLayers { get; set; }

    /// <summary>Rules for a network: those of the preset, overridden by the sheet, overridden by options.</summary>
    internal WorkbookRules RulesFor(Network network)
    {
        WorkbookRules rules = Presets.Of(Preset).Rules with
        {
            ChannelAlignment = ChannelAlignment,
            KernelGroup = WeightKernelGroup,
            StrideFolding = StrideFolding,
            WinogradGain = WinogradMacGain,
            WeightCompressionRate = WeightCompressionRate,
        };
        rules = SheetFor(network)?.Apply(rules, Organisation) ?? rules;
        return rules with
        {
            KernelAlignment = KernelAlignment ?? rules.KernelAlignment,
            Winograd = Winograd ?? rules.Winograd,
            WinogradWeightGrowth = WinogradWeightGrowth ?? rules.WinogradWeightGrowth,
            Passes = Passes ?? rules.Passes,
            ExtraLine = ExtraLine ?? rules.ExtraLine,
            FcBatch = FcBatch ?? rules.FcBatch,
            // 0 and auto select the computed value, which the rules express as null; an option left out keeps the sheet's.
            WeightBatch = WeightBatch switch { null => rules.WeightBatch, 0 => null, { } batch => batch },
            CappedLayers = CappedLayers is { } capped ? NumberSet.Parse("capped_layers", capped) : rules.CappedLayers,
            SpilledLayers = SpilledLayers switch
            {
                null => rules.SpilledLayers,
                "auto" => null,
                { } spilled => NumberSet.Parse("spilled_layers", spilled)
            },
        };
    }

    /// <summary>The machine with a number of multipliers, in the requested shape.</summary>
    /// <exception cref="MemtiException">
    /// <see cref="DiagnosticCode.ValueOutOfRange"/>: <c>macs</c>, <c>array</c> or <c>kernel_alignment</c>.
    /// </exception>
    internal Machine WithMacs(Machine machine, int macs)
    {
        NvdlaLimits.CheckMacs(macs);
        AtomicCube? array = Array switch
        {
            null => machine.Array is null || machine.Macs == macs ? machine.Array : AtomicCube.Of(macs),
            AtomicCube.None => null,
            { } text => AtomicCube.Parse(text, macs),
        };
        NvdlaLimits.CheckAlignment(KernelAlignment, array);
        return machine with { Macs = macs, Array = array };
    }

    /// <summary>The machine without the values that a sweep varies.</summary>
    internal Machine MachineOf()
    {
        Machine preset = Presets.Of(Preset).Machine;
        return preset with
        {
            ClockMhz = ClockMhz ?? preset.ClockMhz,
            SramReadGbps = SramReadGbps ?? preset.SramReadGbps,
            SramWriteGbps = SramWriteGbps ?? preset.SramWriteGbps,
            SramKb = SramCapacityKb ?? preset.SramKb,
            FeatureBytes = FeatureBytes,
            WeightBytes = WeightBytes,
            DecimalUnits = Units == RateUnit.Bytes,
        };
    }

    /// <summary>The network with the deviations of its sheet.</summary>
    internal Network Entered(Network network) => SheetFor(network)?.Enter(network) ?? network;

    /// <summary>The sheet whose rules apply; null for none.</summary>
    internal Sheet? SheetFor(Network network) => Sheet switch
    {
        "auto" => Memti.Plugins.Nvdla.Workbook.Sheet.Of(network),
        "none" => null,
        _ => Memti.Plugins.Nvdla.Workbook.Sheet.Of(Sheet, network),
    };
}
