using Memti.Abstractions.Models;

namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>Weights in the primary memory, features in the second; the input frame and what does not fit go through the primary memory as well.</summary>
internal static class WithSramRule
{
    /// <summary>Time of a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="index">Its place in the network, from 0.</param>
    /// <param name="operands">Its operands.</param>
    /// <param name="weightBatch">Frames that share one fetch of convolution weights.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="rules">The rules.</param>
    public static LayerTime Of(Layer layer, int index, in Operands operands, double weightBatch, Machine machine, WorkbookRules rules)
    {
        bool connected = layer.Kind == LayerKind.FullyConnected;
        double batch = connected ? rules.FcBatch : rules.CappedLayers.Contains(index + 1) ? Math.Min(weightBatch, rules.FcBatch) : weightBatch;
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

    /// <summary>Frames of which the second memory holds input and output beside the weights, at least 1; or what the rules say.</summary>
    public static double Capacity(in Operands operands, Machine machine, WorkbookRules rules) => rules.WeightBatch
        ?? Math.Max(1, Math.Floor(((machine.SramKb ?? 0) - operands.WeightKb) / (operands.InputKb + operands.OutputKb)));
}
