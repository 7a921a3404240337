using Memti.Abstractions.Models;

namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>
/// Rule for weights in the primary memory and features in the second. The input frame, and outputs that do not fit, also pass the primary
/// memory.
/// </summary>
internal static class WithSramRule
{
    /// <summary>Computes the time of a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="index">Index of the layer, from 0.</param>
    /// <param name="operands">Its operands.</param>
    /// <param name="weightBatch">Frames that share one fetch of convolution weights.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="rules">The rules.</param>
    public static LayerTime Of(Layer layer, int index, in Operands operands, double weightBatch, Machine machine, WorkbookRules rules)
    {
        bool connected = layer.Kind == LayerKind.FullyConnected;
        // Capped layers: the sheet shares their weights among no more frames than fully connected layers batch.
        double batch = connected
            ? rules.FcBatch
            : rules.CappedLayers.Contains(index + 1) ? Math.Min(weightBatch, rules.FcBatch) : weightBatch;
        bool spilled = rules.SpilledLayers?.Contains(index + 1) ?? operands.InputKb + operands.OutputKb > machine.SramKb;
        double dram = (operands.WeightKb / batch) + (index == 0 || connected ? operands.InputKb : 0) + (spilled ? operands.OutputKb : 0);
        double read = index == 0 ? 0 : operands.InputKb;
        return new LayerTime(
            false,
            connected ? batch : Capacity(operands, machine, rules),
            dram,
            dram,
            machine.Cycles(dram, machine.DramGbps),
            read,
            machine.Cycles(read, machine.SramReadGbps),
            operands.OutputKb,
            machine.Cycles(operands.OutputKb, machine.SramWriteGbps),
            operands.MacCycles);
    }

    /// <summary>
    /// Number of frames whose input and output fit the second memory along with the weights, at least 1; or the number in the rules.
    /// </summary>
    public static double Capacity(in Operands operands, Machine machine, WorkbookRules rules) => rules.WeightBatch
        ?? Math.Max(1, Math.Floor(((machine.SramKb ?? 0) - operands.WeightKb) / (operands.InputKb + operands.OutputKb)));
}
