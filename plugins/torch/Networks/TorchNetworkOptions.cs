using Memti.Abstractions.Engines;
using Memti.Abstractions.Parameters;

namespace Memti.Plugins.Torch.Networks;

/// <summary>Options of a network of the user's own that becomes a multi-task network.</summary>
public sealed class TorchNetworkOptions
{
    /// <summary>An ONNX file, a layer table, or the name of a network that ships. Required.</summary>
    [Parameter(
        "Path of an .onnx file with its weights, of a layer table (.csv, .yaml, .json), or name of a shipped network "
            + "(memti networks list); required")]
    public ScenarioFile? File { get; set; }

    /// <summary>Shapes of inputs that an ONNX graph leaves open or fixes otherwise. Default: those of the file.</summary>
    [Parameter("Shapes of inputs that an ONNX graph leaves open or fixes otherwise, such as image=1x3x32x32")]
    public string? Inputs { get; set; }

    /// <summary>Height and width at which an ONNX graph is read. Default: those of the file.</summary>
    [Parameter("Height and width at which the only input of an ONNX graph is read", Unit = "px", Minimum = 1, Maximum = 4096)]
    public int? InputPx { get; set; }

    /// <summary>Name of the value at which an ONNX graph ends. Default: its first output.</summary>
    [Parameter("Name of the value at which an ONNX graph ends, such as the last map of a feature extractor; a classifier follows it")]
    public string? EndsAt { get; set; }

    /// <summary>Order of the colours that the network was trained with. Default: rgb.</summary>
    [Parameter("Order of the colours that the network was trained with: rgb or bgr")]
    public ColourOrder Colours { get; set; } = ColourOrder.Rgb;

    /// <summary>What a task adds to the convolutions at <see cref="AdaptersAt"/>. Default: parallel.</summary>
    [Parameter(
        "What a task adds to the convolutions that adapters_at names: parallel (a 1x1 kernel beside each), series (a batch norm and a 1x1 "
            + "kernel behind each), low_rank (two 1x1 kernels with adapter_rank channels between them), or none",
        Source = "Rebuffi et al., CVPR 2018: parallel adapters",
        Status = NumberStatus.Published)]
    public NetworkAdapters Adapters { get; set; } = NetworkAdapters.Parallel;

    /// <summary>The convolutions that get adapters. Default: conv 3x3.</summary>
    [Parameter(
        "Convolutions that get adapters: conv 3x3 or another size, depthwise, all convs, or a pattern of names such as layer2.*; commas "
            + "between several",
        Source = "Rebuffi et al., CVPR 2018: 3x3 convolutions",
        Status = NumberStatus.Published)]
    public string AdaptersAt { get; set; } = "conv 3x3";

    /// <summary>Channels between the two kernels of a low-rank adapter, 1 to 1024. Default: 8.</summary>
    [Parameter(
        "Channels between the two kernels of a low-rank adapter",
        Minimum = 1,
        Maximum = 1024,
        Source = "Hu et al., ICLR 2022: ranks of 1 to 64, 8 in the middle",
        Status = NumberStatus.Assumed)]
    public int AdapterRank { get; set; } = 8;

    /// <summary>What adapters are before training. Default: zero.</summary>
    [Parameter(
        "What parallel and series adapters are before training: zero, so that a trained network starts as its file has it, or random where "
            + "a batch norm follows the sum, as in a network that is trained with them",
        Source = "random ones are as large as the kernels that they stand beside, and drown what a pretrained network computes (measured)",
        Status = NumberStatus.Assumed)]
    public AdapterStart AdapterStart { get; set; } = AdapterStart.Zero;

    /// <summary>Bits of one stored shared parameter, 2 to 16. Default: 8.</summary>
    [Parameter(
        "Bits of one stored shared parameter",
        Unit = "bit",
        Minimum = 2,
        Maximum = 16,
        Source = "Donato et al., IEEE Micro 2019: 2 bits sign and integer, 6 bits fraction",
        Status = NumberStatus.Published)]
    public int WeightBits { get; set; } = 8;

    /// <summary>Bits of one stored parameter of a task, 2 to 16. Default: 8.</summary>
    [Parameter(
        "Bits of one stored task-specific parameter",
        Unit = "bit",
        Minimum = 2,
        Maximum = 16,
        Source = "Donato et al., IEEE Micro 2019: 8 bits in the whole model",
        Status = NumberStatus.Published)]
    public int TaskBits { get; set; } = 8;

    /// <summary>The power of two of stored weights. Default: one per tensor.</summary>
    [Parameter(
        "per_tensor: each stored tensor has a power of two, so that its values fill the codes; none: plain Qm.n with integer_bits",
        Source = "the published fixed point is Q2.6, and says nothing of scales",
        Status = NumberStatus.Assumed)]
    public StoredScale Scale { get; set; } = StoredScale.PerTensor;

    /// <summary>Sign and integer bits of a stored weight without a scale, 1 to 8. Default: 2.</summary>
    [Parameter(
        "With scale: none, bits of sign and integer part of a stored weight; the others are fraction",
        Unit = "bit",
        Minimum = 1,
        Maximum = 8,
        Source = "Donato et al., IEEE Micro 2019: 2 bits sign and integer, 6 bits fraction",
        Status = NumberStatus.Published)]
    public int IntegerBits { get; set; } = 2;

    /// <summary>Where libtorch computes. Default: cpu.</summary>
    [Parameter("Where training and evaluation compute: cpu or cuda", OfTraining = true)]
    public TrainingDevice Device { get; set; } = TrainingDevice.Cpu;

    /// <summary>Number format of the computation. Default: fp32.</summary>
    [Parameter(
        "Number format of the computation: fp32, or bf16 for frozen kernels and activations; adapters, norms and classifier stay fp32",
        OfTraining = true)]
    public TrainingPrecision Precision { get; set; } = TrainingPrecision.Single;

    /// <summary>Last epochs that compute in 32 bits with <see cref="Precision"/> bf16, 0 to 10,000. Default: 1.</summary>
    [Parameter(
        "With precision: bf16, epochs at the end that compute in fp32",
        Unit = "epochs",
        Minimum = 0,
        Maximum = 10000,
        OfTraining = true,
        Source = "a step in bfloat16 differs by nearly half from one in 32 bits at the start (measured); one epoch settles the norms",
        Status = NumberStatus.Assumed)]
    public int FinalEpochs { get; set; } = 1;

    /// <summary>Rule by which gradients change parameters. Default: sgd.</summary>
    [Parameter("sgd: gradient descent with momentum; adamw: its momentum is the first beta", OfTraining = true)]
    public TrainingOptimiser Optimiser { get; set; } = TrainingOptimiser.Descent;
}
