using System.Text.Json.Nodes;
using Memti.Networks.Layers;
using Memti.Networks.Tables;

namespace Memti.Networks.Tests.Tables;

public sealed class NetworkJsonSchemaTests
{
    private static readonly JsonNode Layer = JsonNode.Parse(NetworkJsonSchema.Write())!["properties"]!["layers"]!["items"]!;

    [Fact]
    public void A_layer_takes_the_keys_that_the_reader_takes() =>
        Layer["properties"]!.AsObject().Select(static property => property.Key).ShouldBe(LayerKeys.OfRow.Names, ignoreOrder: true);

    [Fact]
    public void A_number_has_its_range() => Layer["properties"]!["stride_v"]!["maximum"]!.GetValue<int>().ShouldBe(NetworkLimits.Extent);
}
