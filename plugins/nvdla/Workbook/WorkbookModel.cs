using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Convolution;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>The published performance model of NVDLA: layers run in sequence, the resources of a layer in parallel.</summary>
/// <remarks>nvdla/hw, perf/NVDLA_OpenSource_Performance.xlsx.</remarks>
internal sealed class WorkbookModel
{
    private readonly Machine _machine;
    private readonly WorkbookRules _rules;
    private readonly MachineOrganisation _organisation;
    private readonly IReadOnlyList<Layer> _layers;

    /// <summary>Creates the model of a network on a machine.</summary>
    /// <exception cref="MemtiException">
    /// <see cref="DiagnosticCode.BadNetwork"/> or <see cref="DiagnosticCode.UnsupportedLayer"/>, naming the layer;
    /// <see cref="DiagnosticCode.ValueOutOfRange"/>: a second memory on a machine without a port for one.
    /// </exception>
    public WorkbookModel(Network network, MachineOrganisation organisation, Machine machine, WorkbookRules rules)
    {
        LayerSupport.Check(network);
        if (organisation == MachineOrganisation.WithSram && machine.SramKb is null)
            throw NvdlaLimits.Refuse(
                "organisation",
                "with_sram",
                "dram_only for nv_small, nv_small_256 and nv_medium_512, which have no port for a second memory");
        (_layers, _organisation, _machine, _rules) = (network.Layers, organisation, machine, rules);
    }

    /// <summary>Operands and time of each layer.</summary>
    /// <exception cref="MemtiException">
    /// <see cref="DiagnosticCode.UnsupportedLayer"/>: the lines under one row of kernels exceed the buffer.
    /// </exception>
    public (Operands Operands, LayerTime Time)[] Plan()
    {
        // All layers share one batch, which the most demanding one sets: it is known before the time of the first.
        double batch = WeightBatch();
        var plan = new (Operands, LayerTime)[_layers.Count];
        for (int i = 0; i < plan.Length; i++)
        {
            Operands operands = OperandsOf(i);
            plan[i] = (operands, TimeOf(i, operands, batch));
        }

        return plan;
    }

    /// <summary>Total cycles of the network, without allocating a plan of each layer; for sweeps.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.UnsupportedLayer"/>, as <see cref="Plan"/>.</exception>
    public double TotalCycles()
    {
        double batch = WeightBatch();
        double total = 0;
        for (int i = 0; i < _layers.Count; i++)
            total += TimeOf(i, OperandsOf(i), batch).MaxCycles;
        return total;
    }

    private Operands OperandsOf(int index)
    {
        Operands operands = Operands.Of(_layers[index], index == 0, _machine, _rules);
        return operands.MinInputKb <= _machine.BufferKb
            ? operands
            : throw LayerSupport.Refuse(
                _layers[index],
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the convolution buffer must hold {operands.MinInputKb:0.###} KiB of input under one row of kernels"),
                FormattableString.Invariant($"at most {_machine.BufferKb:0.###} KiB, the value of 'cbuf_kb'"));
    }

    private LayerTime TimeOf(int index, in Operands operands, double batch) => _organisation == MachineOrganisation.DramOnly
        ? DramOnlyRule.Of(_layers[index], index == 0, operands, _machine, _rules)
        : WithSramRule.Of(_layers[index], index, operands, batch, _machine, _rules);

    /// <summary>
    /// Number of frames that share one fetch of the convolution weights: as many as the second memory holds of the most demanding layer.
    /// </summary>
    private double WeightBatch()
    {
        if (_organisation == MachineOrganisation.DramOnly || _rules.WeightBatch is not null)
            return _rules.WeightBatch ?? 1;
        double least = double.PositiveInfinity;
        for (int i = 0; i < _layers.Count; i++)
            // Fully connected layers have a batch of their own, fc_batch.
            if (_layers[i].Kind == LayerKind.Convolution)
                least = Math.Min(least, WithSramRule.Capacity(OperandsOf(i), _machine, _rules));
        return double.IsFinite(least) ? least : 1;
    }
}
