using BenchmarkDotNet.Attributes;
using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Models;
using Memti.Abstractions.Studies;
using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla;
using Memti.Plugins.Nvdla.Options;
using Memti.Plugins.Nvdla.Workbook;

namespace Memti.Benchmarks;

/// <summary>
/// Plans of ResNet-50: by the engine of scenarios, by the published workbook's model, and by the latter on ten thousand machines.
/// Targets: under 1 ms a plan after warm-up, under 10 s the sweep on two cores.
/// </summary>
[MemoryDiagnoser]
public class NvdlaBenchmarks
{
    /// <summary>Seven numbers of multipliers, 29 buffers and 50 rates.</summary>
    public const int Points = 7 * 29 * 50;

    private readonly Network _network = ResNet50.Network;
    private readonly NvdlaAccelerator _engine =
        new(new NvdlaOptions { Macs = 2048, Buffer = DataSize.FromKibibytes(512), Passes = Passes.Multiple });
    private readonly WorkbookModel _workbook = new(
        ResNet50.Network, MachineOrganisation.DramOnly, new Machine(), new WorkbookRules { KernelAlignment = 128 });
    private readonly Placement _placement = Placed();

    [Benchmark]
    public InferencePlan Engine() => _engine.Plan(_network, _placement);

    /// <summary>Operands and times of all layers.</summary>
    [Benchmark]
    public object Workbook() => _workbook.Plan();

    /// <summary>Cycles of the network alone, as a sweep counts them.</summary>
    [Benchmark]
    public double Cycles() => _workbook.TotalCycles();

    /// <summary>All that <c>memti nvdla plan</c> says: tables, document and energy.</summary>
    [Benchmark]
    public StudyResult Study() => PlanStudy.Run(new PlanOptions(), _network);

    [Benchmark]
    public StudyResult Sweep() =>
        SweepStudy.Run(new SweepOptions { Macs = "32:2048", CbufKb = "64:512:16", DramGbps = "0.5:25:0.5" }, _network);

    private static Placement Placed()
    {
        var rate = Bandwidth.FromGigabytesPerSecond(12.8);
        MemoryPort dram = new("backing", OnChip: false, rate, rate);
        return new Placement { TaskWeights = dram, Activations = dram, Input = dram };
    }
}
