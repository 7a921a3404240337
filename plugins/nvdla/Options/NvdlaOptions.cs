using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;

namespace Memti.Plugins.Nvdla.Options;

/// <summary>Options of an NVDLA.</summary>
public sealed class NvdlaOptions
{
    private const string Workbook = "nvdla/hw, perf/NVDLA_OpenSource_Performance.xlsx";
    private const string Shipped = Workbook + ", shipped value";
    private const string Memti = "Donato et al., IEEE Micro 2019";

    /// <summary>Multiple to which most columns of the workbook pad channels and kernels.</summary>
    internal const int WorkbookAlignment = 16;

    /// <summary>Multiply-accumulate units. Range: powers of two from 32 to 2048. Default: 1024.</summary>
    [Parameter(
        "Multiply-accumulate units; a power of two",
        Minimum = 32,
        Maximum = 2048,
        PowersOfTwo = true,
        Source = Memti,
        Status = NumberStatus.Published)]
    public int Macs { get; set; } = 1024;

    /// <summary>Convolution buffer. Range: 32 to 512 KiB. Default: 256 KiB.</summary>
    [Parameter(
        "Convolution buffer",
        Unit = "kib",
        Minimum = 32,
        Maximum = 512,
        PowersOfTwo = true,
        Source = Memti,
        Status = NumberStatus.Published)]
    public DataSize Buffer { get; set; } = DataSize.FromKibibytes(256);

    /// <summary>Clock of the whole engine. Range: 1 to 5000 MHz. Default: 1000 MHz.</summary>
    [Parameter("Clock of the whole engine", Unit = "mhz", Minimum = 1, Maximum = 5000, Source = Shipped, Status = NumberStatus.Published)]
    public Frequency Clock { get; set; } = Frequency.FromMegahertz(1000);

    /// <summary>Bytes of one feature. Range: 1 to 2. Default: 1.</summary>
    [Parameter(
        "Bytes of one feature",
        Unit = "byte",
        Minimum = 1,
        Maximum = 2,
        PowersOfTwo = true,
        Source = Shipped,
        Status = NumberStatus.Published)]
    public int FeatureBytes { get; set; } = 1;

    /// <summary>
    /// Shape of the array, channels x kernels. Range: powers of two whose product is <see cref="Macs"/>, or none. Default: null, the shape
    /// for that number of MACs in spec/defs.
    /// </summary>
    [Parameter(
        "Shape of the multiplier array, channels x kernels such as 64x32, powers of two whose product is macs; none: cycles by the "
            + "workbook, channels and "
        + "kernels padded to channel_alignment and kernel_alignment; unset: 8x4, 8x8, 16x8, 32x8, 32x16, 32x32, 64x32 for 32 to 2048 macs",
        Source = "nvdla/hw, spec/defs, MAC_ATOMIC_C_SIZE x MAC_ATOMIC_K_SIZE; 32 and 128 macs assumed",
        Status = NumberStatus.Published)]
    public string? Array { get; set; }

    /// <summary>Input channels are padded to a multiple of this. Range: 1 to 128. Default: 16.</summary>
    [Parameter(
        "Input channels are padded to a multiple of this in the buffer, and for compute with array: none",
        Minimum = 1,
        Maximum = 128,
        PowersOfTwo = true,
        Source = Workbook,
        Status = NumberStatus.Published)]
    public int ChannelAlignment { get; set; } = 16;

    /// <summary>Kernels are padded to a multiple of this for compute; only without a shape. Range: 1 to 128. Default: null, 16.</summary>
    [Parameter(
        "Kernels are padded to a multiple of this for compute, with array: none; unset: 16; 128 gives the workbook's ResNet-50 column",
        Minimum = 1,
        Maximum = 128,
        PowersOfTwo = true,
        Source = Workbook + ", most columns",
        Status = NumberStatus.Published)]
    public int? KernelAlignment { get; set; }

    /// <summary>Where the registers of the units lie. Default: full.</summary>
    [Parameter(
        "Register map that firmware sees: full (v1), or small (v2, also of nv_large); it changes no time and no energy",
        Source = "nvdla/hw, spec/manual",
        Status = NumberStatus.Published)]
    public RegisterLayout RegisterMap { get; set; } = RegisterLayout.Full;

    /// <summary>Counts a strided convolution as one of stride 1 on stride² times the channels. Default: false.</summary>
    [Parameter(
        "Count a strided convolution as one of stride 1 on stride x stride times the channels, padded after that: in the buffer, and "
            + "for compute with array: none",
        Source = Workbook + " folds; ResNet-26 has the same cycles either way",
        Status = NumberStatus.Assumed)]
    public bool StrideFolding { get; set; }

    /// <summary>Uses Winograd's transform on 3x3 convolutions of stride 1. Default: true.</summary>
    [Parameter(
        "Winograd's transform on 3x3 convolutions of stride 1",
        Source = "chosen to reach the published 396 and 429 FPS: 346 FPS without it",
        Status = NumberStatus.Fitted)]
    public bool Winograd { get; set; } = true;

    /// <summary>Factor by which Winograd's transform saves cycles. Range: 1 to 4. Default: 2.25.</summary>
    [Parameter("Factor by which Winograd saves cycles", Minimum = 1, Maximum = 4, Source = Workbook, Status = NumberStatus.Published)]
    public double WinogradGain { get; set; } = 2.25;

    /// <summary>Factor by which Winograd's transform enlarges 3x3 kernels in memory. Range: 1 to 4. Default: 1.</summary>
    [Parameter(
        "Factor by which Winograd enlarges 3x3 kernels in memory: 1 when they are transformed on the fly, 16/9 when they are stored "
            + "transformed; "
        + "the first layer never grows",
        Minimum = 1,
        Maximum = 4,
        Source = "chosen to fit the MEMTI paper's capacities and rates, which leave no room for growth; the workbook has 16/9",
        Status = NumberStatus.Fitted)]
    public double WinogradWeightGrowth { get; set; } = 1;

    /// <summary>Overlap of compute and transfers. Default: whole frame.</summary>
    [Parameter(
        "How compute and transfers overlap: over the whole inference, or within each layer only",
        Source = "chosen to give the MEMTI paper's 749 FPS for all DRAM; layer_maximum gives 528 at most",
        Status = NumberStatus.Fitted)]
    public TimeModel TimeModel { get; set; } = TimeModel.WholeFrame;

    /// <summary>Number of reads of an operand that exceeds the buffer. Default: once.</summary>
    [Parameter(
        "How often an operand is read that does not fit the convolution buffer",
        Source = "single, chosen to give the MEMTI paper's rates, which count each weight once per inference",
        Status = NumberStatus.Fitted)]
    public Passes Passes { get; set; } = Passes.Single;

    /// <summary>Read rate of the one port for on-chip weights. Range: 0.001 to 10000 GB/s. Default: 25 GB/s.</summary>
    [Parameter(
        "Read rate of the one port through which all weights held on the chip come, whatever memory they are in",
        Unit = "gbs",
        Minimum = 0.001,
        Maximum = 10000,
        Source = Workbook + ", secondary memory 25 GB/s, taken as decimal",
        Status = NumberStatus.Published)]
    public Bandwidth WeightPort { get; set; } = Bandwidth.FromGigabytesPerSecond(25);

    /// <summary>
    /// Write rate of the port for on-chip weights: loads and copies pass it. Range: 0.001 to 10000 GB/s. Default: 25 GB/s.
    /// </summary>
    [Parameter(
        "Write rate of the one port for weights held on the chip: loads, copies and deployments pass it",
        Unit = "gbs",
        Minimum = 0.001,
        Maximum = 10000,
        Source = Workbook + ", write rate of the secondary memory, taken as decimal",
        Status = NumberStatus.Published)]
    public Bandwidth WeightPortWrite { get; set; } = Bandwidth.FromGigabytesPerSecond(25);

    /// <summary>Read rate of the port for on-chip features. Range: 0.001 to 10000 GB/s. Default: 25 GB/s.</summary>
    [Parameter(
        "Read rate of the one port through which all features held on the chip come, the input too",
        Unit = "gbs",
        Minimum = 0.001,
        Maximum = 10000,
        Source = Workbook + ", read rate of the secondary memory, which holds features there; taken as decimal",
        Status = NumberStatus.Published)]
    public Bandwidth FeaturePortRead { get; set; } = Bandwidth.FromGigabytesPerSecond(25);

    /// <summary>Write rate of the port for on-chip features. Range: 0.001 to 10000 GB/s. Default: 25 GB/s.</summary>
    [Parameter(
        "Write rate of the one port through which all features held on the chip go",
        Unit = "gbs",
        Minimum = 0.001,
        Maximum = 10000,
        Source = Workbook + ", write rate of the secondary memory, which holds features there; taken as decimal",
        Status = NumberStatus.Published)]
    public Bandwidth FeaturePortWrite { get; set; } = Bandwidth.FromGigabytesPerSecond(25);

    /// <summary>Power at 22 nm over the published power at 16 nm. Range: 0.1 to 10. Default: 1.375.</summary>
    [Parameter(
        "Power at 22 nm / published power at 16 nm, the same for all sizes",
        Minimum = 0.1,
        Maximum = 10,
        Source = "22 / 16: dynamic energy scaled with feature size at equal voltage; 1.65 if the supply rises from 0.8 to 0.875 V too",
        Status = NumberStatus.Derived)]
    public double PowerScale { get; set; } = 22.0 / 16;

    /// <summary>Energy model of an inference. Default: average power.</summary>
    [Parameter(
        "How the energy of an inference is found: average_power, the published power over its time; per_operation, the energy of its "
            + "operations on top of clock and leakage",
        Source = "average_power: the published power is an average over ResNet-50; per_operation splits it, with operations after "
            + "Horowitz, ISSCC 2014",
        Status = NumberStatus.Assumed)]
    public EnergyModel EnergyModel { get; set; } = EnergyModel.AveragePower;

    /// <summary>Power while on without an inference over power during one. Range: 0 to 1. Default: 0.9.</summary>
    [Parameter(
        "Power while on without an inference / power during one",
        Minimum = 0,
        Maximum = 1,
        Low = 0.8,
        High = 1,
        Source = "clocks are not gated between inferences; moves the energy of always-on designs; the range is assumed",
        Status = NumberStatus.Assumed)]
    public double IdleShare { get; set; } = 0.9;

    /// <summary>
    /// Power during an inference, without memories; null takes the published table. Range: 0 to 100000 mW. Default: null.
    /// </summary>
    [Parameter(
        "Power during an inference, memories apart; unset: the published average for these MACs at 16 nm and 1 GHz, x power_scale x "
            + "clock in GHz",
        Unit = "mw",
        Minimum = 0,
        Maximum = 100000,
        Source = "nvdla/doc, doc/primer.rst: 143 mW for 1024 MACs and 256 KiB at 16 nm",
        Status = NumberStatus.Derived)]
    public Power? Active { get; set; }

    /// <summary>
    /// Power while on without an inference; null takes a share of the active power. Range: 0 to 100000 mW. Default: null.
    /// </summary>
    [Parameter(
        "Power while on without an inference; unset: idle_share of the active power",
        Unit = "mw",
        Minimum = 0,
        Maximum = 100000,
        Source = "see idle_share",
        Status = NumberStatus.Assumed)]
    public Power? Idle { get; set; }

    /// <summary>Power when off. Range: 0 to 1000000 µW. Default: 100 µW.</summary>
    [Parameter(
        "Power when off: what leaks through the power switch",
        Unit = "uw",
        Minimum = 0,
        Maximum = 1000000,
        Source = "1 % of about 10 mW of leakage; 3 uJ per frame at 30 FPS",
        Status = NumberStatus.Assumed)]
    public Power Off { get; set; } = Power.FromMicrowatts(100);

    /// <summary>Time from off to on. Range: 0 to 1000000 µs. Default: 50 µs.</summary>
    [Parameter(
        "Time from off to on: rails, clock generator, firmware restart",
        Unit = "us",
        Minimum = 0,
        Maximum = 1000000,
        Low = 10,
        High = 100,
        Source = "lock time of a clock generator, tens of microseconds; 0.15 % of a frame at 30 FPS",
        Status = NumberStatus.Assumed)]
    public SimTime WakeLatency { get; set; } = SimTime.FromMicroseconds(50);

    /// <summary>Energy of one wake-up in addition to the idle power during it. Range: 0 to 1000000 µJ. Default: 6.4 µJ.</summary>
    [Parameter(
        "Energy of one wake-up, on top of the idle power over its time",
        Unit = "uj",
        Minimum = 0,
        Maximum = 1000000,
        Source = "recharging 10 uF of decoupling to 0.8 V costs C V^2",
        Status = NumberStatus.Assumed)]
    public Energy WakeEnergy { get; set; } = Energy.FromMicrojoules(6.4);

    /// <summary>The shape of the array; null for cycles by the workbook.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.ValueOutOfRange"/>.</exception>
    internal AtomicCube? Shape() => Array switch
    {
        null => AtomicCube.Of(Macs),
        AtomicCube.None => null,
        { } text => AtomicCube.Parse(text, Macs),
    };

    /// <summary>A copy of the options without Winograd's transform.</summary>
    internal NvdlaOptions WithoutWinograd()
    {
        var copy = (NvdlaOptions)MemberwiseClone();
        copy.Winograd = false;
        return copy;
    }
}
