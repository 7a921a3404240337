using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.EnergyEstimates;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>All quantities of a planned layer under the workbook's field names. Sizes in KiB, times in cycles, energies in nJ.</summary>
/// <param name="layer">The layer.</param>
/// <param name="index">Index of the layer, from 0.</param>
/// <param name="operands">Its operands.</param>
/// <param name="time">Its time.</param>
/// <param name="plan">Machine and rules of the plan.</param>
internal sealed class LayerReport(Layer layer, int index, Operands operands, LayerTime time, PlanInput plan)
{
    /// <summary>Name, shape and operands, equal in both memory organisations.</summary>
    public IEnumerable<(string Name, object? Value)> Shape()
    {
        yield return ("row", (long)index + 1);
        yield return ("layer", layer.Name);
        yield return ("kind", Kind);
        yield return ("c", (long)layer.InputChannels);
        yield return ("h", (long)layer.InputHeight);
        yield return ("w", (long)layer.InputWidth);
        yield return ("k", (long)layer.OutputChannels);
        yield return ("r", (long)layer.KernelHeight);
        yield return ("s", (long)layer.KernelWidth);
        yield return ("groups", (long)layer.Groups);
        yield return ("zero_padding", layer.ZeroPadding);
        yield return ("stride_v", (long)layer.StrideHeight);
        yield return ("stride_h", (long)layer.StrideWidth);
        yield return ("p", (long)layer.OutputHeight);
        yield return ("q", (long)layer.OutputWidth);
        yield return ("pool", layer.Pooling is not null);
        yield return ("pool_h", (long?)layer.Pooling?.Height);
        yield return ("pool_w", (long?)layer.Pooling?.Width);
        yield return ("pool_stride_v", (long?)layer.Pooling?.StrideHeight);
        yield return ("pool_stride_h", (long?)layer.Pooling?.StrideWidth);
        yield return ("out_h", (long)layer.StoredHeight);
        yield return ("out_w", (long)layer.StoredWidth);
        yield return ("macs", layer.MultiplyAccumulates);
        yield return ("input_kb", operands.InputKb);
        yield return ("min_input_kb", operands.MinInputKb);
        yield return ("output_kb", operands.OutputKb);
        yield return ("weight_kb", operands.WeightKb);
        yield return ("min_weight_kb", DramOnlyRule.ShownGroup(operands, plan.Machine));
        yield return ("winograd", operands.Winograd);
    }

    /// <summary>Traffic, cycles and bottleneck in one memory organisation.</summary>
    public IEnumerable<(string Name, object? Value)> Time()
    {
        bool sram = plan.Organisation == MachineOrganisation.WithSram;
        bool connected = layer.Kind == LayerKind.FullyConnected;
        yield return ("batch", sram && !connected ? time.Batch : null);
        yield return ("conv_batch", sram ? null : 1L);
        yield return ("smaller_operand", sram ? null : time.KeepsFeatures ? "feature" : "weight");
        yield return ("dram_kb", time.DramKb);
        yield return ("dram_kb_single_pass", sram ? null : time.SinglePassKb);
        yield return ("dram_cycles", time.DramCycles);
        yield return ("sram_read_kb", sram ? time.SramReadKb : null);
        yield return ("sram_read_cycles", sram ? time.SramReadCycles : null);
        yield return ("sram_write_kb", sram ? time.SramWriteKb : null);
        yield return ("sram_write_cycles", sram ? time.SramWriteCycles : null);
        yield return ("mac_cycles", time.MacCycles);
        yield return ("max_cycles", time.MaxCycles);
        yield return ("bottleneck", time.Bottleneck);
    }

    /// <summary>Energy by cause, at the node of the plan.</summary>
    public IEnumerable<(string Name, object? Value)> Energy()
    {
        LayerEnergy energy = Operations;
        yield return ("compute_nj", Nanojoules(energy.Compute));
        yield return ("buffer_nj", Nanojoules(energy.Buffer));
        yield return ("post_processing_nj", Nanojoules(energy.PostProcessing));
        yield return ("interfaces_nj", Nanojoules(energy.Interfaces));
        yield return ("clock_nj", ClockNanojoules);
        yield return ("energy_nj", EnergyNanojoules);
    }

    /// <summary>Total energy of the layer in nJ.</summary>
    public double EnergyNanojoules => Nanojoules(Operations.Total) + ClockNanojoules;

    private LayerEnergy Operations => LayerEnergy.Of(
        layer, plan.Machine.Array ?? AtomicCube.Of(plan.Machine.Macs), Products, time.MacCycles, FilledBytes, MovedBytes);

    private double Products => layer.MultiplyAccumulates / (operands.Winograd ? plan.Rules.WinogradGain : 1);

    /// <summary>
    /// Energy of clock and leakage in nJ. The power scales with the clock, so the clock cancels: 10^-3 W at 1 GHz x cycles x 1 ns, in nJ.
    /// </summary>
    private double ClockNanojoules => ClockPower.Milliwatts(plan.Machine.Macs) / 1000 * time.MaxCycles * plan.PowerScale;

    private double MovedBytes => (time.DramKb + time.SramReadKb + time.SramWriteKb) * 1024;

    /// <summary>Bytes that fill the buffer: all that is read for the multipliers. The output and a second operand bypass it.</summary>
    // With a second memory the workbook counts no traffic for the second operand, so there is none to take off.
    private double FilledBytes => Operands.Multiplies(layer)
        ? Math.Max(
            0, MovedBytes - (operands.OutputKb * 1024 * (layer.AddsOperand && plan.Organisation == MachineOrganisation.DramOnly ? 2 : 1)))
        : 0;

    private double Nanojoules(double picojoules) => picojoules / 1000 * plan.PowerScale;

    private string Kind => layer.Kind switch
    {
        LayerKind.Convolution => layer.AddsOperand ? "conv + elwise" : "conv",
        LayerKind.FullyConnected => "fc",
        LayerKind.Pooling => "pool",
        _ => "elwise",
    };
}
