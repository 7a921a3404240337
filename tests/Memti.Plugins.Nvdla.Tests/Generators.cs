using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.Options;
using static Memti.Plugins.Nvdla.Tests.Engines;

namespace Memti.Plugins.Nvdla.Tests;

internal static class Generators
{
    /// <summary>Layers whose lines fit the smallest buffer.</summary>
    internal static readonly Gen<Layer> Layers =
        from channels in Gen.Choose(1, 256)
        from px in Gen.Choose(1, 32)
        from kernels in Gen.Choose(1, 1024)
        from kernel in Gen.Elements(1, 3)
        from stride in Gen.Choose(1, 3)
        select AConvolution(channels, px, kernels, kernel, stride);

    internal static readonly Gen<NvdlaOptions> Options =
        from macs in Gen.Choose(5, 11)
        from kib in Gen.Choose(32, 512)
        from mhz in Gen.Choose(50, 2000)
        from port in Gen.Choose(1, 40)
        from featuresRead in Gen.Choose(1, 40)
        from featuresWritten in Gen.Choose(1, 40)
        from winograd in Gen.Elements(true, false)
        from folding in Gen.Elements(true, false)
        from model in Gen.Elements(Enum.GetValues<TimeModel>())
        from passes in Gen.Elements(Enum.GetValues<Passes>())
        select new NvdlaOptions
        {
            Macs = 1 << macs,
            Buffer = DataSize.FromKibibytes(kib),
            Clock = Frequency.FromMegahertz(mhz),
            WeightPort = Bandwidth.FromGigabytesPerSecond(port),
            FeaturePortRead = Bandwidth.FromGigabytesPerSecond(featuresRead),
            FeaturePortWrite = Bandwidth.FromGigabytesPerSecond(featuresWritten),
            Winograd = winograd,
            StrideFolding = folding,
            TimeModel = model,
            Passes = passes,
        };

    internal static readonly Gen<Placement> Placements =
        from weights in Port("weights")
        from task in Port("task")
        from activations in Port("activations")
        select new Placement { SharedWeights = weights, TaskWeights = task, Activations = activations, Input = weights };

    private static Gen<MemoryPort> Port(string name) =>
        from onChip in Gen.Elements(true, false)
        from read in Gen.Choose(1, 100)
        from write in Gen.Choose(1, 100)
        select new MemoryPort(name, onChip, Bandwidth.FromGigabytesPerSecond(read), Bandwidth.FromGigabytesPerSecond(write));
}
