using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;

namespace Memti.Plugins.ImcCluster.Options;

/// <summary>Options of an in-memory-computing cluster.</summary>
public class ImcClusterOptions
{
    private const string Cluster = "Garofalo et al., JETCAS 12(2) 2022 (second-hand summary of the full text)";
    private const string Simulator = "gvsoc/gvsoc-pulp, pulp/ima/ima_v1_impl.cpp and its generator defaults";
    private const string Vega = "abstract of Rossi et al., JSSC 2022 (Vega, the same process and group)";

    /// <summary>Cores that run software kernels side by side. Range: 1 to 64. Default: 8.</summary>
    [Parameter("Cores that share the work of a kernel", Minimum = 1, Maximum = 64, Source = Cluster, Status = NumberStatus.Published)]
    public int Cores { get; set; } = 8;

    /// <summary>Clock of cores, interface and engine. Range: 1 to 5000 MHz. Default: 500 MHz.</summary>
    [Parameter(
        "Clock of the digital part; 500 at 0.8 V, 250 at 0.65 V",
        Unit = "mhz",
        Minimum = 1,
        Maximum = 5000,
        Source = "recollection of the article, unconfirmed; the published 958 GOPS lie within 1 % of ours at 500 MHz",
        Status = NumberStatus.Assumed)]
    public Frequency Clock { get; set; } = Frequency.FromMegahertz(500);

    /// <summary>Arrays behind the one interface. Range: 1 to 1024. Default: 64.</summary>
    [Parameter(
        "Crossbar arrays; they share one interface, which serves one product at a time",
        Minimum = 1,
        Maximum = 1024,
        Source = "Le Gallo et al., Nature Electronics 2023: a chip with 64 such arrays",
        Status = NumberStatus.Published)]
    public int Arrays { get; set; } = 64;

    /// <summary>Rows of an array: inputs of a product. Range: 1 to 4096. Default: 256.</summary>
    [Parameter("Rows of an array: inputs of a product", Minimum = 1, Maximum = 4096, Source = Cluster, Status = NumberStatus.Published)]
    public int Rows { get; set; } = 256;

    /// <summary>Columns of an array: outputs of a product. Range: 1 to 4096. Default: 256.</summary>
    [Parameter(
        "Columns of an array: outputs of a product", Minimum = 1, Maximum = 4096, Source = Cluster, Status = NumberStatus.Published)]
    public int Columns { get; set; } = 256;

    /// <summary>What computes plain convolutions. Default: crossbar.</summary>
    [Parameter("What computes convolutions", Source = Cluster, Status = NumberStatus.Published)]
    public KernelEngine Convolutions { get; set; } = KernelEngine.Crossbar;

    /// <summary>What computes depth-wise convolutions. Default: the engine.</summary>
    [Parameter(
        "What computes depth-wise convolutions; the engine knows 3x3 alone, others go to the cores; crossbar: as block-diagonal matrices",
        Source = Cluster,
        Status = NumberStatus.Published)]
    public Engine Depthwise { get; set; } = Engine.DepthwiseEngine;

    /// <summary>What computes the first layer. Default: cores.</summary>
    [Parameter("What computes the first layer", Source = "not published; few channels fill few rows", Status = NumberStatus.Assumed)]
    public KernelEngine FirstLayer { get; set; } = KernelEngine.Cores;

    /// <summary>What computes fully connected layers. Default: cores.</summary>
    [Parameter(
        "What computes fully connected layers",
        Source = "not published; a classifier is of one task, and weights in crossbars are written once",
        Status = NumberStatus.Assumed)]
    public KernelEngine FullyConnected { get; set; } = KernelEngine.Cores;

    /// <summary>What computes layers with kernels of a task. Default: cores.</summary>
    [Parameter(
        "What computes layers whose kernels are of one task, such as adapters: cores, from a digital memory, or crossbar, where each task "
            + "has arrays of its own",
        Source = "Li et al., AHWA-LoRA, arXiv:2411.17367: shared weights in crossbars, adapters on digital cores",
        Status = NumberStatus.Published)]
    public KernelEngine TaskKernels { get; set; } = KernelEngine.Cores;

    /// <summary>Layers that do not follow the rules. Default: null, for none.</summary>
    [Parameter(
        "Layers with an engine of their own, such as conv1=crossbar,fc=cores: names of layers and cores, crossbar or depthwise_engine",
        Source = "the rules above",
        Status = NumberStatus.Assumed)]
    public string? Layers { get; set; }

    /// <summary>What becomes of long dot products. Default: accumulate.</summary>
    [Parameter(
        "A dot product that is longer than the array has rows: accumulate (blocks of rows, added up in the interface for nothing), cores "
            + "(added up in software), refuse (an error)",
        Source = "the article cuts matrices into blocks and does not say who adds them up",
        Status = NumberStatus.Assumed)]
    public RowBlocks RowBlocks { get; set; } = RowBlocks.Accumulate;

    /// <summary>How blocks are packed into arrays. Default: MaxRects.</summary>
    [Parameter("How blocks of weights are packed into arrays", Source = Cluster, Status = NumberStatus.Published)]
    public PackingRule Packing { get; set; } = PackingRule.MaxRects;

    /// <summary>How jobs follow one another. Default: overlapped.</summary>
    [Parameter(
        "Jobs of the crossbars: overlapped (streams of neighbours during a product), or serial (as the public simulator)",
        Source = Cluster + "; the sustained rate needs it",
        Status = NumberStatus.Derived)]
    public JobOverlap Jobs { get; set; } = JobOverlap.Overlapped;

    /// <summary>Time of an analog product. Range: 1 to 1000000 ns. Default: 130 ns.</summary>
    [Parameter(
        "Time of an analog product, whatever rows and columns it uses",
        Unit = "ns",
        Minimum = 1,
        Maximum = 1e6,
        Source = Cluster + "; " + Simulator,
        Status = NumberStatus.Published)]
    public SimTime Product { get; set; } = SimTime.FromNanoseconds(130);

    /// <summary>Words a cycle that stream in, and as many out. Range: 1 to 1024. Default: 16.</summary>
    [Parameter(
        "Ports of 32 bits to the shared memory in each direction",
        Minimum = 1,
        Maximum = 1024,
        Source = Simulator,
        Status = NumberStatus.Published)]
    public int StreamPorts { get; set; } = 16;

    /// <summary>Banks of the shared memory. Range: 1 to 1024. Default: 32.</summary>
    [Parameter(
        "Banks of the shared memory, each of one word a cycle",
        Minimum = 1,
        Maximum = 1024,
        PowersOfTwo = true,
        Source = Cluster,
        Status = NumberStatus.Published)]
    public int L1Banks { get; set; } = 32;

    /// <summary>Whether requests for one bank wait. Default: none.</summary>
    [Parameter(
        "Requests that meet at a bank: none, as kernels were counted; expected, as often as random addresses meet",
        Source = "counted kernels know no stalls; 5 to 15 % more cycles are expected with stalls and barriers",
        Status = NumberStatus.Assumed)]
    public L1Conflicts L1Conflicts { get; set; } = L1Conflicts.None;

    /// <summary>Software for depth-wise convolutions. Default: channel after channel.</summary>
    [Parameter(
        "Software for depth-wise convolutions: chw (4.8 MAC a cycle on 8 cores) or hwc (1.82, the library of 2019)",
        Source = "pulp-platform/pulp-nn 288d06b7 and branch paper_version, instructions counted; which one the article ran is not known",
        Status = NumberStatus.Derived)]
    public DepthwiseKernel DepthwiseKernel { get; set; } = DepthwiseKernel.Chw;

    /// <summary>Multiply-accumulates of the engine. Range: 0.01 to 10000 a cycle. Default: 29.7.</summary>
    [Parameter(
        "Multiply-accumulates of the depth-wise engine in a cycle",
        Minimum = 0.01,
        Maximum = 10000,
        Low = 24,
        High = 30,
        Source = "recollection of the article, unconfirmed; 30 in the abstract of DARKSIDE (arXiv:2303.17954)",
        Status = NumberStatus.Assumed)]
    public double DepthwiseMacsPerCycle { get; set; } = 29.7;

    /// <summary>Instructions that copy four bytes of a window into a line. Range: 0 to 100. Default: 2.</summary>
    [Parameter(
        "Instructions that copy four bytes of a window larger than a pixel into a line before it is multiplied",
        Minimum = 0,
        Maximum = 100,
        Source = "a load and a store",
        Status = NumberStatus.Assumed)]
    public double Im2colInstructions { get; set; } = 2;

    /// <summary>Energy of the whole cluster for a product of 256 x 256. Range: 0 to 1000000 nJ. Default: 20.5 nJ.</summary>
    [Parameter(
        "Energy of the cluster for a product that uses 256 rows and 256 columns, converters and streams included",
        Unit = "nj",
        Minimum = 0,
        Maximum = 1e6,
        Low = 12.5,
        High = 20.5,
        Source = "131,072 operations at 6.39 TOPS/W of the cluster; 12.5 nJ of the array alone at 14 nm (HERMES, JSSC 57(4) 2022)",
        Status = NumberStatus.Derived)]
    public Energy ProductEnergy { get; set; } = Energy.FromNanojoules(20.5);

    /// <summary>Part of a product's energy that goes with the rows it uses. Range: 0 to 1. Default: 0.25.</summary>
    [Parameter(
        "Part of the energy of a product that goes with the rows that it uses (input converters)",
        Minimum = 0,
        Maximum = 1,
        Low = 0,
        High = 0.4,
        Source = "no split is published",
        Status = NumberStatus.Assumed)]
    public double RowShare { get; set; } = 0.25;

    /// <summary>Part of a product's energy that goes with the columns it uses. Range: 0 to 1 - row_share. Default: 0.5.</summary>
    [Parameter(
        "Part of the energy of a product that goes with the columns that it uses (output converters); what is left is fixed",
        Minimum = 0,
        Maximum = 1,
        Low = 0,
        High = 0.6,
        Source = "no split is published",
        Status = NumberStatus.Assumed)]
    public double ColumnShare { get; set; } = 0.5;

    /// <summary>Energy of a cycle in which all cores work. Range: 0 to 1000000 pJ. Default: 120.3 pJ for eight cores.</summary>
    [Parameter(
        "Energy of a cycle in which eight cores work, their accesses to the shared memory included; other numbers of cores in proportion",
        Unit = "pj",
        Minimum = 0,
        Maximum = 1e6,
        Low = 50,
        High = 150,
        Source = "chosen so that the bottleneck 96-576-96 at 14 x 14 gains the published 9.5 x; 50 pJ at the best point of the "
            + Vega,
        Status = NumberStatus.Fitted)]
    public Energy CoreCycle { get; set; } = Energy.FromPicojoules(120.3);

    /// <summary>Energy of a multiply-accumulate of the engine. Range: 0 to 1000000 pJ. Default: 1.54 pJ.</summary>
    [Parameter(
        "Energy of a multiply-accumulate of the depth-wise engine, its accesses to the shared memory included",
        Unit = "pj",
        Minimum = 0,
        Maximum = 1e6,
        Low = 0.5,
        High = 3,
        Source = "1.3 TOPS/W of another convolution engine, " + Vega,
        Status = NumberStatus.Assumed)]
    public Energy DepthwiseMac { get; set; } = Energy.FromPicojoules(1.54);

    /// <summary>Power while on, without work. Range: 0 to 100000 mW. Default: 4 mW.</summary>
    [Parameter(
        "Power while on and without work: clocks, leakage",
        Unit = "mw",
        Minimum = 0,
        Maximum = 100000,
        Low = 2,
        High = 10,
        Source = "order of the example values of gvsoc-pulp's power models (4.4 mW, process not stated)",
        Status = NumberStatus.Assumed)]
    public Power On { get; set; } = Power.FromMilliwatts(4);

    /// <summary>Power when off. Range: 0 to 1000000 µW. Default: 11 µW.</summary>
    [Parameter(
        "Power when off: what leaks through the power switch",
        Unit = "uw",
        Minimum = 0,
        Maximum = 1e6,
        Source = "1 % of the 1.1 mW of leakage in the example values of gvsoc-pulp",
        Status = NumberStatus.Assumed)]
    public Power Off { get; set; } = Power.FromMicrowatts(11);

    /// <summary>Time from off to on. Range: 0 to 1000000 µs. Default: 50 µs.</summary>
    [Parameter(
        "Time from off to on: rails, clock generator, start of the runtime",
        Unit = "us",
        Minimum = 0,
        Maximum = 1e6,
        Low = 10,
        High = 100,
        Source = "that of nvdla, so that the two compare",
        Status = NumberStatus.Assumed)]
    public SimTime WakeLatency { get; set; } = SimTime.FromMicroseconds(50);

    /// <summary>Energy of one wake-up in addition to the on power during it. Range: 0 to 1000000 µJ. Default: 6.4 µJ.</summary>
    [Parameter(
        "Energy of one wake-up, on top of the on power over its time",
        Unit = "uj",
        Minimum = 0,
        Maximum = 1e6,
        Source = "that of nvdla, so that the two compare",
        Status = NumberStatus.Assumed)]
    public Energy WakeEnergy { get; set; } = Energy.FromMicrojoules(6.4);

    /// <summary>A copy that differs.</summary>
    /// <param name="change">Changes the copy.</param>
    internal ImcClusterOptions With(Action<ImcClusterOptions> change)
    {
        var copy = (ImcClusterOptions)MemberwiseClone();
        change(copy);
        return copy;
    }
}
