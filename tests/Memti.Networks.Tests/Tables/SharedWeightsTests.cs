using Memti.Abstractions.Diagnostics;
using Memti.Networks.Codes;
using Memti.Networks.Layers;

namespace Memti.Networks.Tests.Tables;

/// <summary>Weights that several layers use are stored once.</summary>
public sealed class SharedWeightsTests
{
    private const string Heads = """
        name: heads
        layers:
          - { layer: stem, kind: conv, c: 3, h: 32, w: 32, k: 8, r: 3, s: 3, zero_padding: true }
          - { layer: pool, kind: pool, c: 8, h: 32, w: 32, r: 2, s: 2, stride_v: 2, stride_h: 2 }
          - { layer: large, kind: conv, c: 8, h: 32, w: 32, k: 8, r: 3, s: 3, zero_padding: true }
          - { layer: small, kind: conv, c: 8, h: 16, w: 16, k: 8, r: 3, s: 3, zero_padding: true, weights_of: large }
          - { layer: again, kind: conv, c: 8, h: 16, w: 16, k: 8, r: 3, s: 3, zero_padding: true, weights_of: small }
        """;

    [Fact]
    public void They_count_once_and_are_used_by_each()
    {
        NetworkTable network = Networks.Read("a.yaml", Heads).Table.ShouldNotBeNull();
        network.Parameters.ShouldBe(216 + 576);
        network.MultiplyAccumulates.ShouldBe((216 * 1024) + (576 * 1024) + (2 * 576 * 256));
        network.Layers.Select(static layer => layer.WeightsOf).ShouldBe([null, null, null, 2, 2]); // a chain ends where they are stored
        network.Layers.Select(static layer => layer.TaskParameters).ShouldBe([216, 0, 576, 576, 576]);
        network.Layers.Select(static layer => layer.StoredTaskParameters).ShouldBe([216, 0, 576, 0, 0]);
    }

    [Fact]
    public void A_column_and_a_key_say_it_too()
    {
        const string Csv = "layer,kind,c,h,w,k,r,s,weights_of\na,conv,8,8,8,8,3,3,\nb,conv,8,8,8,8,3,3,a\n";
        const string Json = """
            { "name": "j", "layers": [ { "layer": "a", "kind": "conv", "c": 8, "h": 8, "w": 8, "k": 8, "r": 3, "s": 3, "weights_of": null },
                                       { "layer": "b", "kind": "conv", "c": 8, "h": 8, "w": 8, "k": 8, "r": 3, "s": 3, "weights_of": "a" } ] }
            """;
        Networks.Layers("a.csv", Csv).Select(static layer => layer.WeightsOf).ShouldBe([null, 0]);
        Networks.Layers("a.json", Json).Select(static layer => layer.WeightsOf).ShouldBe([null, 0]);
    }

    [Theory]
    [InlineData("c: 16, h: 6, w: 6, k: 10", "c: 16, h: 6, w: 6, k: 10")]
    [InlineData("c: 16, h: 6, w: 6, k: 10", "c: 576, k: 10")]
    [InlineData("c: 100, k: 20", "c: 20, k: 100")] // a matrix, the other way round
    public void Matrices_are_compared_by_rows_and_columns(string owner, string user) =>
        Networks.Layers(
            "a.yaml",
            $"name: a\nlayers:\n  - {{ layer: a, kind: fc, {owner} }}\n  - {{ layer: b, kind: fc, {user}, weights_of: a }}\n")[1].WeightsOf
                .ShouldBe(0);

    [Fact]
    public void Kernels_of_other_groups_may_have_one_shape() =>
        Networks.Layers("a.yaml", Layers("c: 4, k: 8, r: 3, s: 3", "c: 8, k: 8, r: 3, s: 3, groups: 2, weights_of: a"))[1].WeightsOf
            .ShouldBe(0);

    [Theory]
    [InlineData("weights_of: b", NetworkCodes.UnknownWeights, "b")] // itself
    [InlineData("weights_of: c", NetworkCodes.UnknownWeights, "c")] // a later one
    [InlineData("weights_of: A", NetworkCodes.UnknownWeights, "A")]
    [InlineData("k: 16, weights_of: a", NetworkCodes.NetworkShape, "a")]
    [InlineData("r: 1, s: 9, weights_of: a", NetworkCodes.NetworkShape, "a")]
    [InlineData("groups: 2, weights_of: a", NetworkCodes.NetworkShape, "a")]
    public void What_cannot_be_shared_is_refused_at_its_place(string change, string code, string value)
    {
        string[] keys = [.. change.Split(", ").Select(static key => key.Split(':')[0])];
        string user = string.Join(", ", "c: 8|k: 8|r: 3|s: 3".Split('|').Where(key => !keys.Contains(key.Split(':')[0])).Append(change));
        Diagnostic finding = Networks.Error("a.yaml", Layers("c: 8, k: 8, r: 3, s: 3", user));
        (finding.Code, finding.Key, finding.Value, finding.Line).ShouldBe((code, "layers[1].weights_of", value, 4));
        finding.Permitted.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void A_name_that_is_nearly_right_is_suggested() =>
        Networks.Error("a.yaml", Heads.Replace("weights_of: small", "weights_of: smal", StringComparison.Ordinal)).Permitted
            .ShouldNotBeNull()
            .ShouldContain("small");

    [Fact]
    public void A_name_of_two_layers_is_refused()
    {
        Diagnostic finding = Networks.Error(
            "a.yaml",
            Heads.Replace("layer: small", "layer: large", StringComparison.Ordinal).Replace(
                "weights_of: small", "weights_of: large", StringComparison.Ordinal));
        (finding.Code, finding.Permitted).ShouldBe((NetworkCodes.UnknownWeights, "the name of one layer"));
    }

    [Theory]
    [InlineData("kind: pool, r: 2, s: 2, weights_of: a", 1)]
    [InlineData("kind: elwise, weights_of: a", 1)]
    [InlineData("kind: pool, r: 2, s: 2", 2)]
    public void A_layer_without_weights_has_none_to_give_or_to_take(string second, int line)
    {
        string third = line == 2 ? "weights_of: b" : "layer_is: c";
        string rest = line == 2 ? $"\n  - {{ layer: c, kind: conv, c: 8, h: 8, w: 8, k: 8, r: 2, s: 2, {third} }}" : "";
        Diagnostic finding = Networks.Error(
            "a.yaml",
            $"name: a\nlayers:\n  - {{ layer: a, kind: conv, c: 8, h: 8, w: 8, k: 8, r: 3, s: 3, zero_padding: true }}\n  - {{ layer: "
                + $"b, c: 8, h: 8, w: 8, {second} }}{rest}");
        (finding.Code, finding.Key).ShouldBe((NetworkCodes.NetworkShape, $"layers[{line}].weights_of"));
    }

    private static string Layers(string owner, string user) => $$"""
        name: a
        layers:
          - { layer: a, kind: conv, h: 16, w: 16, zero_padding: true, {{owner}} }
          - { layer: b, kind: conv, h: 16, w: 16, zero_padding: true, {{user}} }
          - { layer: c, kind: conv, h: 16, w: 16, zero_padding: true, c: 8, k: 8, r: 3, s: 3 }
        """;
}
