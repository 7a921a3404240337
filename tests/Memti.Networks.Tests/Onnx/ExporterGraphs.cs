using static Memti.Networks.Tests.Onnx.OnnxBuilder;

namespace Memti.Networks.Tests.Onnx;

/// <summary>Small graphs of the kinds that exporters write, each with the multiply-accumulates and weights that it has.</summary>
internal static class ExporterGraphs
{
    private const int Float = 1;
    private const int UInt8 = 2;
    private const int Int8 = 3;
    private const int Int32 = 6;

    private static readonly Proto Same = Ints("pads", 1, 1, 1, 1);

    /// <summary>The graphs by name: how each is made, products and weights.</summary>
    public static IReadOnlyDictionary<string, (Func<OnnxBuilder> Make, long Products, long Weights)> All { get; } =
        new Dictionary<string, (Func<OnnxBuilder>, long, long)>
        {
            ["weights from ConstantOfShape"] = (WeightsOfShape, 1024 * 216, 216),
            ["flatten by shape"] = (FlattenByShape, (1024 * 216) + 80, 296),
            ["channels last"] = (ChannelsLast, (256 * 216) + 20480, 216 + 20480),
            ["reduction of channels last"] = (ReducedChannelsLast, (1024 * 216) + 80, 296),
            ["channel shuffle"] = (ChannelShuffle, 1024 * (216 + 32), 248),
            ["QDQ"] = (QuantiseDequantise, (1024 * 216) + (1024 * 64), 280),
            ["QLinear"] = (QLinear, (1024 * 216) + 80, 296),
            ["integer"] = (Integer, (1024 * 216) + 80, 296),
            ["squeeze and excite"] = (SqueezeExcite, (1024 * (432 + 128)) + 128, 688),
            ["pad then convolution"] = (PadThenConv, 256 * 216, 216),
            ["split"] = (Split, 1024 * (216 + 144 + 64), 424),
            ["resize by computed size"] = (ResizeSkip, (1024 * (216 + 32)) + (256 * 576), 824),
            ["resize by scales"] = (ResizeScales, (1024 * 216) + (4096 * 64), 280),
            ["upsample"] = (Upsample, (1024 * 216) + (4096 * 64), 280),
            ["pixel shuffle"] = (PixelShuffle, (1024 * 216) + (4096 * 16), 232),
            ["transposed convolution, disjoint"] = (() => Transposed(2, 2, 0, 0), 1024 * (216 + 128), 344),
            ["transposed convolution, overlapping"] = (() => Transposed(4, 2, 1, 0), 1024 * (216 + 512), 216 + 512),
            ["transposed convolution, odd"] = (() => Transposed(3, 2, 1, 1), 1024 * (216 + 288), 216 + 288),
            ["transposed convolution, stride 1"] = (() => Transposed(3, 1, 1, 0), 1024 * (216 + 288), 216 + 288),
            ["one dimension"] = (OneDimension, (128 * 384) + (64 * 16 * 16) + 160, 384 + 256 + 160),
            ["steps"] = (Steps, 50 * (64 * 128) * 2, 2 * 64 * 128),
            ["steps as rows"] = (StepsAsRows, 50 * 64 * 32, 64 * 32),
            ["weights on the left"] = (WeightsOnTheLeft, 50 * 64 * 32, 64 * 32),
            ["experts"] = (Experts, 50 * 4 * 16 * 8, 4 * 16 * 8),
            ["gates spelled out"] = (Gates, 1024 * (216 + 64), 280),
            ["old broadcasting"] = (OldBroadcasting, 1024 * 216, 216),
            ["old operators"] = (OldOperators, (1024 * 216) + 80, 296),
            ["heads of detection"] = (Detection, 1024 * (216 + (8 * 18)), 216 + (8 * 18)),
            ["tied weights"] = (Tied, 1024 * (216 + 64 + 64), 280),
            ["slices of weights"] = (SlicedWeights, 50 * 64 * 96, 64 * 96),
            ["scale of weights"] = (ScaledWeights, 1024 * 216, 216),
            ["function"] = (Function, 1024 * (216 + 64), 280),
            ["branch that is known"] = (KnownBranch, 1024 * 216, 216),
            ["depthwise, dilated, uneven"] = (Depthwise, 1024 * (216 + 72) + (256 * 64), 216 + 72 + 64),
            ["positions from a grid"] = (Grid, 1024 * 216, 216),
        };

    private static OnnxBuilder Start(long set = 17) =>
        new OnnxBuilder { StoresAll = true, OperatorSet = set }.Input("x", 1, 3, 32, 32).Conv("x", "c", 8, 3, 3, Same);

    private static OnnxBuilder WeightsOfShape() => new OnnxBuilder { StoresAll = true }.Input("x", 1, 3, 32, 32).Numbers("s", 8, 3, 3, 3)
        .Node("ConstantOfShape", "s", "w").Node("Conv", "x w", "y", Same);

    private static OnnxBuilder FlattenByShape() => Start(11).Node("GlobalAveragePool", "c", "p").Node("Shape", "p", "s")
        .Number("zero", 0).Node("Gather", "s zero", "n", Int("axis", 0)).Node("Unsqueeze", "n", "n1", Ints("axes", 0))
        .Numbers("minus", -1).Node("Concat", "n1 minus", "shape", Int("axis", 0)).Node("Reshape", "p shape", "f")
        .Weights("w", 10, 8).Node("Gemm", "f w", "y", Int("transB", 1));

    private static OnnxBuilder ChannelsLast() => new OnnxBuilder { StoresAll = true }.Input("x", -1, 32, 32, 3)
        .Node("Transpose", "x", "t", Ints("perm", 0, 3, 1, 2))
        .Conv("t", "c", 8, 3, 3, Text("auto_pad", "SAME_UPPER"), Ints("strides", 2, 2)).Node("Relu", "c", "r")
        .Node("Transpose", "r", "u", Ints("perm", 0, 2, 3, 1)).Numbers("shape", -1, 2048).Node("Reshape", "u shape", "f")
        .Weights("w", 2048, 10).Node("MatMul", "f w", "m").Weights("b", 10).Node("Add", "m b", "y");

    private static OnnxBuilder ReducedChannelsLast() => Start().Node("Transpose", "c", "u", Ints("perm", 0, 2, 3, 1))
        .Node("ReduceMean", "u", "p", Ints("axes", 1, 2), Int("keepdims", 0)).Weights("w", 8, 10).Node("MatMul", "p w", "y");

    private static OnnxBuilder ChannelShuffle() => Start().Numbers("s5", 1, 2, 4, 32, 32).Numbers("s4", 0, -1, 32, 32)
        .Node("Reshape", "c s5", "a").Node("Transpose", "a", "b", Ints("perm", 0, 2, 1, 3, 4)).Node("Reshape", "b s4", "d")
        .Weights("w", 8, 4, 1, 1).Node("Conv", "d w", "y", Int("group", 2));

    private static OnnxBuilder QuantiseDequantise() => new OnnxBuilder { StoresAll = true }.Input("x", 1, 3, 32, 32)
        .Reals("s", [0.5f]).Zeros("z", UInt8, 1).Zeros("w", Int8, 1, 8, 3, 3, 3).Zeros("b", Int32, 4, 8).Zeros("v", Int8, 1, 8, 8, 1, 1)
        .Weights("ws", 8).Zeros("wz", Int8, 1, 8).Zeros("bz", Int32, 4, 8)
        .Node("QuantizeLinear", "x s z", "xq").Node("DequantizeLinear", "xq s z", "xd")
        .Node("DequantizeLinear", "w ws wz", "wd", Int("axis", 0)).Node("DequantizeLinear", "b ws bz", "bd", Int("axis", 0))
        .Node("DequantizeLinear", "v ws wz", "vd", Int("axis", 0))
        .Node("Conv", "xd wd bd", "c", Same).Node("Relu", "c", "r").Node("QuantizeLinear", "r s z", "rq")
        .Node("DequantizeLinear", "rq s z", "rd").Node("Conv", "rd vd", "y");

    private static OnnxBuilder QLinear() => new OnnxBuilder { StoresAll = true }.Input("x", 1, 3, 32, 32)
        .Reals("s", [0.5f]).Zeros("z", UInt8, 1).Zeros("w", Int8, 1, 8, 3, 3, 3).Zeros("wz", Int8, 1).Zeros("v", Int8, 1, 8, 10)
        .Node("QuantizeLinear", "x s z", "xq").Node("QLinearConv", "xq s z w s wz s z", "c", Same)
        .Node("DequantizeLinear", "c s z", "d").Node("GlobalAveragePool", "d", "p").Node("Flatten", "p", "f")
        .Node("QuantizeLinear", "f s z", "fq").Node("QLinearMatMul", "fq s z v s wz s z", "y");

    private static OnnxBuilder Integer() => new OnnxBuilder { StoresAll = true }.Input("x", 1, 3, 32, 32)
        .Zeros("w", UInt8, 1, 8, 3, 3, 3).Zeros("z", UInt8, 1).Reals("ws", [.. new float[8]], 1, 8, 1, 1).Zeros("v", UInt8, 1, 8, 10)
        .Node("DynamicQuantizeLinear", "x", "xq xs xz").Node("ConvInteger", "xq w xz z", "c", Same)
        .Node("Cast", "c", "cf", Int("to", Float)).Node("Mul", "xs ws", "m").Node("Mul", "cf m", "d").Node("Relu", "d", "r")
        .Node("GlobalAveragePool", "r", "p").Node("Flatten", "p", "f").Node("DynamicQuantizeLinear", "f", "fq fs fz")
        .Node("MatMulInteger", "fq v fz z", "i").Node("Cast", "i", "g", Int("to", Float)).Node("Mul", "g fs", "y");

    private static OnnxBuilder SqueezeExcite() => new OnnxBuilder { StoresAll = true }.Input("x", 1, 3, 32, 32)
        .Conv("x", "c", 16, 3, 3, Same).Node("ReduceMean", "c", "p", Ints("axes", 2, 3), Int("keepdims", 1))
        .Conv("p", "r0", 4, 16, 1).Node("Relu", "r0", "r").Conv("r", "e0", 16, 4, 1).Node("Sigmoid", "e0", "e").Node("Mul", "c e", "m")
        .Conv("m", "y", 8, 16, 1);

    private static OnnxBuilder PadThenConv() => new OnnxBuilder { StoresAll = true }.Input("x", 1, 3, 32, 32)
        .Numbers("pads", 0, 0, 0, 0, 0, 0, 1, 1).Node("Pad", "x pads", "p").Conv("p", "y", 8, 3, 3, Ints("strides", 2, 2));

    private static OnnxBuilder Split() => Start().Numbers("parts", 4, 4).Node("Split", "c parts", "a b", Int("axis", 1))
        .Conv("b", "d", 4, 4, 3, Same).Node("Concat", "a d", "e", Int("axis", 1)).Conv("e", "y", 8, 8, 1);

    private static OnnxBuilder ResizeSkip() => Start()
        .Node("MaxPool", "c", "p", Ints("kernel_shape", 2, 2), Ints("strides", 2, 2)).Conv("p", "d", 8, 8, 3, Same)
        .Node("Shape", "d", "s").Numbers("ends", 2).Numbers("starts", 0).Node("Slice", "s starts ends", "front")
        .Node("Slice", "s ends most", "back").Numbers("most", long.MaxValue).Node("Cast", "back", "real", Int("to", Float))
        .Reals("two", [2f]).Node("Mul", "real two", "larger").Node("Floor", "larger", "floor").Node("Cast", "floor", "whole", Int("to", 7))
        .Node("Concat", "front whole", "sizes", Int("axis", 0)).Node("Resize", "d - - sizes", "u", Text("mode", "nearest"))
        .Node("Concat", "c u", "e", Int("axis", 1)).Conv("e", "y", 2, 16, 1);

    private static OnnxBuilder ResizeScales() => Start().Reals("scales", [1, 1, 2, 2], 4)
        .Node("Resize", "c - scales", "u", Text("mode", "nearest")).Conv("u", "y", 8, 8, 1);

    private static OnnxBuilder Upsample() => Start(9)
        .Reals("scales", [1, 1, 2, 2], 4).Node("Upsample", "c scales", "u").Conv("u", "y", 8, 8, 1);

    private static OnnxBuilder PixelShuffle() => Start().Node("DepthToSpace", "c", "u", Int("blocksize", 2)).Conv("u", "y", 8, 2, 1);

    private static OnnxBuilder Transposed(long kernel, long stride, long pad, long more) => Start().Weights("u", 8, 4, kernel, kernel)
        .Node(
            "ConvTranspose",
            "c u",
            "y",
            Ints("strides", stride, stride),
            Ints("pads", pad, pad, pad, pad),
            Ints("output_padding", more, more));

    private static OnnxBuilder OneDimension() => new OnnxBuilder { StoresAll = true }.Input("x", 1, 8, 128).Weights("w", 16, 8, 3)
        .Node("Conv", "x w", "c", Ints("pads", 1, 1)).Node("MaxPool", "c", "p", Ints("kernel_shape", 2), Ints("strides", 2))
        .Weights("v", 16, 16, 1).Node("Conv", "p v", "d").Node("GlobalAveragePool", "d", "g").Node("Flatten", "g", "f")
        .Weights("u", 16, 10).Node("Gemm", "f u", "y");

    private static OnnxBuilder Steps() => new OnnxBuilder { StoresAll = true }.Input("x", 1, 50, 64).Weights("w", 64, 128)
        .Node("MatMul", "x w", "a").Weights("b", 128).Node("Add", "a b", "c").Node("Gelu", "com.microsoft", "c", "g")
        .Weights("v", 128, 64).Node("MatMul", "g v", "d").Node("Add", "d x", "y").InDomain("com.microsoft");

    private static OnnxBuilder StepsAsRows() => new OnnxBuilder { StoresAll = true }.Input("x", 1, 50, 64).Numbers("s", -1, 64)
        .Node("Reshape", "x s", "r").Weights("w", 32, 64).Node("Gemm", "r w", "y", Int("transB", 1));

    private static OnnxBuilder WeightsOnTheLeft() => new OnnxBuilder { StoresAll = true }.Input("x", 1, 64, 50).Weights("w", 32, 64)
        .Node("MatMul", "w x", "y");

    private static OnnxBuilder Experts() => new OnnxBuilder { StoresAll = true }.Input("x", 1, 4, 50, 16).Weights("w", 4, 16, 8)
        .Node("MatMul", "x w", "y");

    private static OnnxBuilder Gates() => Start().Node("Sigmoid", "c", "g").Node("Mul", "c g", "m").Reals("three", [3f]).Reals("lo", [0f])
        .Reals("hi", [6f]).Node("Add", "m three", "a").Node("Clip", "a lo hi", "k").Node("Div", "k hi", "d").Node("Mul", "m d", "s")
        .Node("Softplus", "s", "p").Node("Tanh", "p", "t").Node("Mul", "s t", "mish").Conv("mish", "y", 8, 8, 1);

    private static OnnxBuilder OldBroadcasting() => Start(6).Weights("b", 8).Node("Add", "c b", "y", Int("broadcast", 1), Int("axis", 1));

    private static OnnxBuilder OldOperators() => Start(9).Node("Pad", "c", "p", Ints("pads", 0, 0, 1, 1, 0, 0, 1, 1))
        .Node("Slice", "p", "s", Ints("starts", 1, 1), Ints("ends", 33, 33), Ints("axes", 2, 3)).Node("Split", "s", "a b", Int("axis", 1))
        .Node("Concat", "b a", "j", Int("axis", 1)).Node("ReduceMean", "j", "m", Ints("axes", 2, 3))
        .Node("Squeeze", "m", "q", Ints("axes", 2, 3))
        .Weights("w", 8, 10).Weights("v", 10).Node("Gemm", "q w v", "y");

    private static OnnxBuilder Detection() => Start().Conv("c", "h", 18, 8, 1).Numbers("s", 1, 3, 6, 32, 32).Node("Reshape", "h s", "a")
        .Node("Transpose", "a", "b", Ints("perm", 0, 1, 3, 4, 2)).Node("Sigmoid", "b", "g")
        .Numbers("r", 1, -1, 6).Node("Reshape", "g r", "l")
        .Numbers("parts", 4, 1, 1).Node("Split", "l parts", "box score class", Int("axis", 2)).Node("Mul", "score class", "p")
        .Numbers("k", 10).Node("TopK", "p k", "best places", Int("axis", 1)).Node("Reshape", "places flat", "index").Numbers("flat", -1)
        .Node("Gather", "box index", "y", Int("axis", 1));

    private static OnnxBuilder Tied() => Start().Weights("w", 8, 8).Numbers("s", 8, 8, 1, 1).Node("Reshape", "w s", "v")
        .Node("Conv", "c v", "d").Node("Transpose", "w", "t", Ints("perm", 1, 0)).Node("Reshape", "t s", "u").Node("Conv", "d u", "y");

    private static OnnxBuilder SlicedWeights() => new OnnxBuilder { StoresAll = true }.Input("x", 1, 50, 64).Weights("w", 64, 96)
        .Numbers("parts", 32, 32, 32).Node("Split", "w parts", "q k v", Int("axis", 1))
        .Node("MatMul", "x q", "a").Node("MatMul", "x k", "b")
        .Node("MatMul", "x v", "c").Node("Add", "a b", "d").Node("Add", "d c", "y");

    private static OnnxBuilder ScaledWeights() => new OnnxBuilder { StoresAll = true }.Input("x", 1, 3, 32, 32).Weights("w", 8, 3, 3, 3)
        .Weights("s", 8, 1, 1, 1).Node("Mul", "w s", "v").Node("Conv", "x v", "y", Same);

    private static OnnxBuilder Function() => Start().Weights("v", 8, 8, 1, 1).Function(
            "own", "Block", "x w", "y",
            ("Conv", "x w", "a", [Given("strides", "width", 7)]), ("Sigmoid", "a", "g", []), ("Mul", "a g", "y", []))
        .Node("Block", "own", "c v", "y", Ints("width", 1, 1)).InDomain("own");

    private static OnnxBuilder KnownBranch() => Start().Node("GlobalAveragePool", "c", "p").Node("Shape", "p", "s").Number("two", 2)
        .Node("Gather", "s two", "h", Int("axis", 0)).Number("one", 1).Node("Equal", "h one", "is").Numbers("axes", 2, 3).Node(
            "If", "is", "y",
            Graph("then_branch", new OnnxBuilder().Node("Squeeze", "p axes", "then").Output("then")),
            Graph("else_branch", new OnnxBuilder().Node("Identity", "p", "else").Output("else")));

    private static OnnxBuilder Depthwise() => Start().Weights("d", 8, 1, 3, 3)
        .Node("Conv", "c d", "e", Int("group", 8), Ints("dilations", 2, 2), Ints("pads", 2, 2, 2, 2))
        .Conv("e", "y", 8, 8, 1, Ints("strides", 2, 2));

    private static OnnxBuilder Grid() => Start().Node("Shape", "c", "s", Int("start", 2)).Number("first", 0).Number("second", 1)
        .Node("Gather", "s first", "h", Int("axis", 0)).Node("Range", "first h second", "row").Numbers("two", 1, 1, 32, 1)
        .Node("Reshape", "row two", "column").Node("Expand", "column whole", "grid").Numbers("whole", 1, 8, 32, 32)
        .Node("Cast", "grid", "real", Int("to", Float)).Node("Add", "c real", "a").Node("Equal", "grid zero", "mask").Numbers("zero", 0)
        .Node("Where", "mask c a", "y");
}
