using Memti.Abstractions.Diagnostics;
using Memti.Networks.Layers;

namespace Memti.Networks.Tests.Tables;

/// <summary>Broken layer tables of every form give a network or findings.</summary>
public sealed class TableFuzzTests : IDisposable
{
    private const string Yaml = """
        name: tiny
        layers:
          - { layer: conv, kind: conv, c: 3, h: 8, w: 8, k: 4, r: 3, s: 3, stride: 2 }
          - { layer: fc, kind: fc, c: 4, h: 3, w: 3, k: 10 }
        """;

    private const string Json = """
        { "name": "tiny", "layers": [
          { "layer": "conv", "kind": "conv", "c": 3, "h": 8, "w": 8, "k": 4, "r": 3, "s": 3, "zero_padding": true },
          { "layer": "f\u00e9c", "kind": "fc", "c": 4, "h": 8, "w": 8, "k": 10, "weights_of": "conv" } ] }
        """;

    private const string ScaleSim = """
        Layer name, IFMAP Height, IFMAP Width, Filter Height, Filter Width, Channels, Num Filter, Strides,
        Conv1, 34, 34, 3, 3, 3, 16, 1,
        FC, 1, 1, 1, 1, 16, 10, 1,
        """;

    private const string ZigZag = """
        - id: 0
          name: conv1
          operator_type: Conv
          equation: O[b][k][oy][ox]+=W[k][c][fy][fx]*I[b][c][iy][ix]
          dimension_relations: [ix=1*ox+1*fx, iy=1*oy+1*fy]
          loop_dims: [B, K, C, OY, OX, FY, FX]
          loop_sizes: [1, 16, 3, 32, 32, 3, 3]
          operand_source: { I: 0, W: 0 }
          pr_loop_dims: [IX, IY]
          pr_loop_sizes: [34, 34]
          padding: [[1, 1], [1, 1]]
        """;

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(".csv", "layer,kind,c,h,w,k,r,s\nconv,conv,3,8,8,4,3,3\n\"f\"\"c\",fc,4,6,6,10,,\n", 1)]
    [InlineData(".csv", ScaleSim, 2)]
    [InlineData(".yaml", Yaml, 3)]
    [InlineData(".yaml", ZigZag, 4)]
    [InlineData(".json", Json, 5)]
    public void Broken_tables_give_a_network_or_findings(string extension, string sound, int seed) =>
        FuzzedReader.Read(seed, [sound], text => Read(extension, text));

    [Theory]
    [InlineData(".csv", "layer,kind,c,h,w,k,r,s\nconv,conv,3,8,8,4,3,3")]
    [InlineData(".csv", ScaleSim)]
    [InlineData(".yaml", Yaml)]
    [InlineData(".yaml", ZigZag)]
    [InlineData(".json", Json)]
    public void Oversized_tables_give_findings(string extension, string sound) =>
        FuzzedReader.ReadOversized(sound, text => Read(extension, text));

    public void Dispose() => _folder.Dispose();

    private void Read(string extension, string text)
    {
        NetworkResult result = NetworkFile.Examine(_folder.Write("a" + extension, text), "a" + extension);
        (result.Table is null).ShouldBe(result.Findings.Any(static finding => finding.Severity == Severity.Error));
    }
}
