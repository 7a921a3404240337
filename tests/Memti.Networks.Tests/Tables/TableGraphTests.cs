using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Engines;
using Memti.Abstractions.Graphs;
using Memti.Abstractions.Graphs.Operations;
using Memti.Abstractions.Models;
using Memti.Abstractions.Parameters;
using Memti.Networks.Codes;
using Memti.Networks.Inputs;
using Memti.Networks.Layers;
using Memti.Networks.Onnx;
using Memti.Networks.Onnx.Writing;
using Memti.Networks.Presets;

namespace Memti.Networks.Tests.Tables;

/// <summary>Layer tables state no connections; the graph that is made of one has those that follow.</summary>
public sealed class TableGraphTests
{
    private static NetworkCatalog Shipped => NetworkCatalog.Find(RepositoryFiles.Of("samples/networks"));

    [Theory]
    [InlineData("resnet50", 16)]
    [InlineData("mobilenetv2", 10)]
    public void A_shipped_table_becomes_a_graph_with_its_layers_and_sums(string name, int sums)
    {
        NetworkGraph graph = Read(name);
        NetworkTable table = Shipped.Read(name);

        graph.Nodes.Count(static node => node.Operation is Arithmetic).ShouldBe(sums);
        graph.Nodes.Count(static node => node.Operation is Convolution or FullyConnected)
            .ShouldBe(table.Layers.Count(static layer => layer.Kind is LayerKind.Convolution or LayerKind.FullyConnected));
        graph.Parameters.Single(static parameter => parameter.Role == ParameterRole.ClassifierWeight).Shape[0].ShouldBe(1000);
        graph.Parameters.ShouldAllBe(static parameter => parameter.Values == null);
        Written(graph).MultiplyAccumulates.ShouldBe(table.MultiplyAccumulates);
    }

    [Fact]
    public void A_block_adds_its_own_input()
    {
        NetworkGraph graph = Read("resnet50");

        Inputs(graph, "conv2_2.expand.sum").ShouldBe(["conv2_2.expand.bn", "conv2_1.expand"]);
        Inputs(graph, "conv2_1.expand.sum").ShouldBe(["conv2_1.expand.bn", "conv2_1.shortcut"]);
        Inputs(graph, "conv2_1.reduce.conv")[0].ShouldBe("conv1");
    }

    [Fact]
    public void A_table_whose_inputs_nothing_gives_is_refused_at_the_layer()
    {
        Diagnostic finding = Should.Throw<MemtiException>(static () => Read("alexnet")).Diagnostic;

        (finding.Code, finding.Key, finding.Value).ShouldBe((NetworkCodes.TableGraph, "conv2a", "48x27x27"));
        finding.File.ShouldNotBeNull().ShouldEndWith("alexnet.csv");
    }

    private static NetworkGraph Read(string name) => Shipped.ReadGraph(new GraphRequest(new ScenarioFile(name)));

    private static IReadOnlyList<string> Inputs(NetworkGraph graph, string node) => graph.Nodes.Single(one => one.Name == node).Inputs;

    private static NetworkTable Written(NetworkGraph graph)
    {
        using MemoryStream stream = new(OnnxWriter.Write(graph, static parameter => new float[parameter.Count], []));
        NetworkResult result = OnnxFile.Read(stream, "a.onnx", NetworkInputs.None);
        return result.Table.ShouldNotBeNull(string.Join('\n', result.Findings));
    }
}
