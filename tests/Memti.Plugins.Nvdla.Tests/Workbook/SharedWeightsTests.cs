using System.Text.Json;
using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Networks;
using Memti.Networks.Layers;
using Memti.Plugins.Nvdla.Options;
using Memti.Plugins.Nvdla.Workbook;

namespace Memti.Plugins.Nvdla.Tests.Workbook;

/// <summary>Weights that two layers use are stored once, and each layer reads them.</summary>
public sealed class SharedWeightsTests
{
    private const string File = "../cases/onnx/shared-weights.onnx";

    [ReferenceFact(File)]
    public void A_graph_with_a_tensor_that_two_nodes_use_has_its_parameters_once()
    {
        NetworkTable network = NetworkFile.Read(RepositoryFiles.Reference(File));
        (network.MultiplyAccumulates, network.Parameters).ShouldBe((958_464, 792));
    }

    [Fact]
    public void Both_layers_read_them()
    {
        Layer large = Engines.AConvolution(channels: 8, px: 32, kernels: 8);
        Layer small = Engines.AConvolution(channels: 8, px: 16, kernels: 8) with { WeightsOf = 1 };
        Network network = Engines.ANetwork(Engines.AConvolution(channels: 3, px: 32, kernels: 8), large, small);
        JsonElement layers = Plans.Plan(new PlanOptions { Winograd = WinogradRule.Off }, network).GetProperty("layers");
        layers[2].Number("weight_kb").ShouldBe(layers[1].Number("weight_kb"));
        InferencePlan plan = new NvdlaAccelerator(new NvdlaOptions()).Plan(network, Engines.AnyPlacement());
        plan.Layers.Select(static layer => (layer.TaskWeights, layer.WeightsOf))
            .ShouldBe([(DataSize.FromBytes(216), null), (DataSize.FromBytes(576), null), (DataSize.FromBytes(576), 1)]);
        plan.Traffic.Single(static traffic => traffic.Memory == "weights").Size.ShouldBe(DataSize.FromBytes(216 + 576 + 576));
    }
}
