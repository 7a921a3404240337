using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>
/// Rule for weights and features in the primary memory. The smaller operand stays in the buffer in parts; the other streams once for each
/// part.
/// </summary>
/// <remarks>nvdla/hw, perf/NVDLA_OpenSource_Performance.xlsx, ResNet-50 sheet.</remarks>
internal static class DramOnlyRule
{
    public static LayerTime Of(Layer layer, bool first, in Operands operands, Machine machine, WorkbookRules rules)
    {
        int batch = rules.Passes == Passes.Single ? Operands.Batch(layer, rules) : 1;
        double second = layer.AddsOperand ? operands.OutputKb : 0;
        double fixedKb = operands.OutputKb + second;
        double single = (operands.WeightKb / Operands.Batch(layer, rules)) + operands.InputKb + fixedKb;
        // The workbook compares lines and one kernel group in the first layer, whole input and all kernels in the others.
        bool keepsFeatures = first ? operands.MinInputKb < operands.GroupKb : operands.InputKb < operands.WeightKb;
        double moved = rules.Passes == Passes.Single
            ? (operands.WeightKb / batch) + operands.InputKb
            : Streamed(layer, operands, keepsFeatures, machine.BufferKb);
        double kb = moved + fixedKb;
        return new LayerTime(keepsFeatures, batch, kb, single, machine.Cycles(kb, machine.DramGbps), 0, 0, 0, 0, operands.MacCycles);
    }

    /// <summary>One kernel group as the workbook shows it: half of the buffer if it would fill the whole buffer.</summary>
    public static double ShownGroup(in Operands operands, Machine machine) =>
        operands.GroupKb >= machine.BufferKb ? machine.BufferKb / 2 : operands.GroupKb;

    private static double Streamed(Layer layer, in Operands operands, bool keepsFeatures, double buffer)
    {
        // At most half of the buffer, so that a larger buffer is never slower. The workbook caps only a group that fills the whole buffer.
        double group = Math.Min(operands.GroupKb, buffer / 2);
        double input = operands.InputKb / layer.Groups;
        double weights = operands.WeightKb / layer.Groups;
        return keepsFeatures
            ? operands.InputKb + (operands.WeightKb * Parts(input, buffer - group))
            : operands.WeightKb + (operands.InputKb * Parts(weights, Math.Max(buffer - operands.MinInputKb, operands.KernelKb)));
    }

    private static double Parts(double operand, double room) => operand > room ? Math.Ceiling(operand / room) : 1;
}
