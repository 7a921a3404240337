using Memti.Networks.Inputs;
using Memti.Networks.Layers;

namespace Memti.Networks.Tests.Onnx;

/// <summary>Files as exporters write them, with the products and weights that were counted by hand.</summary>
public sealed class SharedCaseTests
{
    [SharedCaseTheory]
    [InlineData("weights-from-constantofshape", 221_184, 216)]
    [InlineData("flatten-by-shape", 221_264, 296)]
    [InlineData("identity-of-stored", 811_008, 792)]
    [InlineData("hard-swish-spelled", 286_720, 280)]
    [InlineData("adapter-block", 16_613_376, 62_304)]
    [InlineData("keras-layout", 75_776, 20_696)]
    [InlineData("channel-shuffle", 253_952, 248)]
    [InlineData("qdq-conv", 221_184, 216)]
    [InlineData("integer-requantisation", 286_720, 280)]
    [InlineData("squeeze-excite", 573_568, 688)]
    [InlineData("pad-then-conv", 55_296, 216)]
    [InlineData("reduce-mean", 221_264, 296)]
    [InlineData("squeeze", 221_264, 296)]
    [InlineData("split", 434_176, 424)]
    [InlineData("resize-skip", 401_408, 824)]
    [InlineData("conv-transpose", 352_256, 344)]
    [InlineData("conv1d", 49_152, 384)]
    [InlineData("batch-of-8", 221_264, 296, 8)]
    [InlineData("named-rows", 221_184, 216, null, "x=1x3x32x32")]
    [InlineData("shared-weights", 958_464, 792)]
    [InlineData("weights-as-inputs", 221_184, 216)]
    public void A_file_has_its_products_and_weights(string file, long products, long weights, int? batch = null, string? input = null)
    {
        NetworkInputs.Read(input is null ? [] : [input], out IReadOnlyDictionary<string, IReadOnlyList<long>> shapes).ShouldBeNull();

        NetworkTable table = NetworkFile.Read(
            SharedCaseTheoryAttribute.Of(file + ".onnx"), inputs: new NetworkInputs { Batch = batch, Shapes = shapes });

        (table.MultiplyAccumulates, table.Parameters).ShouldBe((products, weights));
    }
}
