using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.Device.Programming;
using Memti.Plugins.Nvdla.Options;
using static Memti.Plugins.Nvdla.Tests.Engines;

namespace Memti.Plugins.Nvdla.Tests.Device;

/// <summary>
/// 64 channels of 16 x 16, 64 kernels of 3 x 3: 4096 cycles by Winograd on 1024 multipliers at 1 GHz; 36,864 bytes of kernels, 16,384 of
/// features.
/// </summary>
public sealed class StallCounterTests
{
    private const double ComputeCycles = 4096;

    [Fact]
    public void Nothing_is_counted_when_the_multipliers_bind() =>
        Counters(AnyPlacement() with { TaskWeights = Features }, new NvdlaOptions { WeightPort = Plenty }).ShouldBe((0u, 0u, 0u));

    [Fact]
    public void Slow_weights_stall_the_weight_reader() => Counters(WeightsIn(Slow("weights")))
        .ShouldBe((0u, Late(64 * 64 * 9), 0u));

    [Fact]
    public void A_slow_weight_port_stalls_the_weight_reader() =>
        Counters(AnyPlacement(), new NvdlaOptions { WeightPort = Bandwidth.FromGigabytesPerSecond(1) })
            .ShouldBe((0u, Late(64 * 64 * 9), 0u));

    [Fact]
    public void Slow_features_stall_the_reader_and_the_writer() => Counters(AnyPlacement() with { Activations = Slow("features") })
        .ShouldBe((Late(64 * 16 * 16), 0u, Late(64 * 16 * 16)));

    [Fact]
    public void Counters_that_are_not_enabled_stay_at_zero()
    {
        var bench = new DeviceBench(placement: WeightsIn(Slow("weights")));
        ProgrammedLayer program = bench.Program(AConvolution());
        bench.Write("CDMA", "D_PERF_ENABLE", 0);
        bench.Enable(program);
        bench.Machine.RunUntilIdle();
        bench.Read("CDMA", "D_PERF_WT_READ_STALL").ShouldBe(0u);
    }

    [Fact]
    public void Each_group_has_counters_of_its_own()
    {
        var bench = new DeviceBench(placement: WeightsIn(Slow("weights")));
        bench.Enable(bench.Program(AConvolution()));
        bench.Machine.RunUntilIdle();
        bench.Write("CDMA", "S_POINTER", 1);
        bench.Read("CDMA", "D_PERF_WT_READ_STALL").ShouldBe(0u);
        bench.Write("CDMA", "S_POINTER", 0);
        bench.Read("CDMA", "D_PERF_WT_READ_STALL").ShouldBe(Late(64 * 64 * 9));
    }

    [Fact]
    public void The_longest_stall_is_what_a_layer_takes_beyond_its_compute()
    {
        var bench = new DeviceBench(placement: WeightsIn(Slow("weights")));
        RegisterRun run = bench.Run(ANetwork(AConvolution()));
        bench.Read("CDMA", "D_PERF_WT_READ_STALL").ShouldBe((uint)Math.Round((run.Layers[0].Duration.Seconds * 1e9) - ComputeCycles));
    }

    /// <summary>1 GB/s at 1 GHz: a byte per cycle.</summary>
    private static MemoryPort Slow(string name) =>
        new(name, OnChip: true, Bandwidth.FromGigabytesPerSecond(1), Bandwidth.FromGigabytesPerSecond(1));

    private static uint Late(int bytes) => (uint)(bytes - ComputeCycles);

    private static (uint Data, uint Weights, uint Writes) Counters(Placement placement, NvdlaOptions? options = null)
    {
        var bench = new DeviceBench(options, placement: placement);
        bench.Enable(bench.Program(AConvolution()));
        bench.Machine.RunUntilIdle();
        return (
            bench.Read("CDMA", "D_PERF_DAT_READ_STALL"),
            bench.Read("CDMA", "D_PERF_WT_READ_STALL"),
            bench.Read("SDP", "D_PERF_WDMA_WRITE_STALL"));
    }
}
