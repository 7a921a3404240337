using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Options;
using Memti.Plugins.Nvdla.Workbook;

namespace Memti.Plugins.Nvdla.Tests.Workbook;

/// <summary>Networks, machines and rules of every form that the workbook's model takes.</summary>
internal static class WorkbookGenerators
{
    internal static readonly Gen<Network> Networks =
        from count in Gen.Choose(1, 6)
        from layers in Gen.ArrayOf(Gen.Frequency((6, Convolutions()), (1, Connected()), (1, Streams())), count)
        select Engines.ANetwork(layers);

    internal static readonly Gen<Machine> Machines =
        from macs in Gen.Choose(5, 11)
        from buffer in Gen.Choose(32, 512)
        from clock in Gen.Choose(100, 2000)
        from dram in Gen.Choose(1, 300)
        from read in Gen.Choose(1, 300)
        from write in Gen.Choose(1, 300)
        from sram in Gen.Choose(64, 8192)
        from units in Gen.Elements(true, false)
        from shaped in Gen.Elements(true, false)
        select new Machine
        {
            Macs = 1 << macs,
            Array = shaped ? AtomicCube.Of(1 << macs) : null,
            BufferKb = buffer,
            ClockMhz = clock,
            DramGbps = dram / 10.0,
            SramReadGbps = read / 10.0,
            SramWriteGbps = write / 10.0,
            SramKb = sram,
            DecimalUnits = units,
        };

    internal static readonly Gen<WorkbookRules> Rules =
        from alignment in Gen.Elements(1, 16, 128)
        from folding in Gen.Elements(true, false)
        from winograd in Gen.Elements(Enum.GetValues<WinogradRule>())
        from growth in Gen.Elements(1, 16.0 / 9)
        from passes in Gen.Elements(Enum.GetValues<Passes>())
        from line in Gen.Elements(Enum.GetValues<ExtraLine>())
        from batch in Gen.Choose(1, 16)
        from shared in Gen.Elements<int?>(null, 1, 4)
        from compression in Gen.Elements(0, 0.5)
        select new WorkbookRules
        {
            KernelAlignment = alignment,
            StrideFolding = folding,
            Winograd = winograd,
            WinogradWeightGrowth = growth,
            Passes = passes,
            ExtraLine = line,
            FcBatch = batch,
            WeightBatch = shared,
            WeightCompressionRate = compression,
        };

    internal static readonly Gen<WorkbookCase> Cases =
        from network in Networks
        from organisation in Gen.Elements(Enum.GetValues<MachineOrganisation>())
        from machine in Machines
        from rules in Rules
        select new WorkbookCase(network, organisation, machine, rules);

    private static Gen<Layer> Convolutions() =>
        from groups in Gen.Elements(1, 1, 1, 2, 32)
        from channels in Gen.Choose(1, 256 / groups)
        from kernels in Gen.Choose(1, 512 / groups)
        from kernel in Gen.Elements(1, 3, 5, 7)
        from px in Gen.Choose(kernel, 56)
        from stride in Gen.Choose(1, 3)
        from padded in Gen.Elements(true, false)
        from pooled in Gen.Elements(true, false)
        from adds in Gen.Elements(true, false)
        let output = padded ? (px + stride - 1) / stride : ((px - kernel) / stride) + 1
        select Engines.AConvolution(channels * groups, px, kernels * groups, kernel, stride) with
        {
            OutputHeight = output,
            OutputWidth = output,
            Groups = groups,
            ZeroPadding = padded,
            Pooling = pooled ? new PoolingWindow(3, 3, 2, 2) : null,
            AddsOperand = adds,
        };

    private static Gen<Layer> Connected() =>
        from channels in Gen.Choose(1, 2048)
        from px in Gen.Choose(1, 4)
        from kernels in Gen.Choose(1, 4096)
        select Engines.AConvolution(channels, px, kernels, px) with
        {
            Kind = LayerKind.FullyConnected,
            OutputHeight = 1,
            OutputWidth = 1,
            ZeroPadding = false
        };

    private static Gen<Layer> Streams() =>
        from channels in Gen.Choose(1, 512)
        from px in Gen.Choose(2, 56)
        from kind in Gen.Elements(LayerKind.Pooling, LayerKind.Elementwise)
        select Engines.AConvolution(channels, px, channels, kind == LayerKind.Pooling ? 2 : 1) with
        {
            Kind = kind,
            AddsOperand = kind == LayerKind.Elementwise
        };
}
