using Memti.Abstractions.Engines;
using Memti.Abstractions.Parameters;
using Memti.Trainers.FixedPoint;

namespace Memti.Plugins.Adapters.Backbones;

/// <summary>Options of a ResNet-26 with residual adapters.</summary>
public sealed class ResNet26Options
{
    /// <summary>Form of the adapters. With <see cref="AdapterForm.None"/> each task has its own network. Default: parallel.</summary>
    [Parameter(
        "Adapters: parallel to or in series with each 3x3 convolution, or none (then every task has a whole network of its own, kept "
            + "at task_bits)",
        Source = "Rebuffi et al., CVPR 2018; of the two forms the one that gives the parameter shares of the MEMTI paper",
        Status = NumberStatus.Fitted)]
    public AdapterForm Adapters { get; set; } = AdapterForm.Parallel;

    /// <summary>Height and width of the input in pixels. Range: 32 to 512 in steps of 8. Default: 64.</summary>
    [Parameter(
        "Height and width of the input; a multiple of 8, so that three stages halve it without a remainder",
        Unit = "px",
        Minimum = 32,
        Maximum = 512,
        Step = 8,
        Source = "srebuffi/residual_adapters: crops of 64 pixels (72 for gtsrb, omniglot and svhn)",
        Status = NumberStatus.Published)]
    public int InputPx { get; set; } = 64;

    /// <summary>Factor on the channel counts 32, 64, 128, 256. Range: 0.03125 to 8, such that channels are whole. Default: 1.</summary>
    [Parameter(
        "Factor on the channel counts 32, 64, 128, 256; 32 times the factor must be whole",
        Minimum = 0.03125,
        Maximum = 8,
        Step = 0.03125,
        Source = "srebuffi/residual_adapters: width factor 1",
        Status = NumberStatus.Published)]
    public double Width { get; set; } = 1;

    /// <summary>Bits of one stored shared parameter. Range: 1 to 16. Default: 8.</summary>
    [Parameter(
        "Bits of one stored shared parameter",
        Unit = "bit",
        Minimum = 1,
        Maximum = 16,
        Source = "Donato et al., IEEE Micro 2019: 2 bits sign and integer, 6 bits fraction",
        Status = NumberStatus.Published)]
    public int WeightBits { get; set; } = 8;

    /// <summary>Bits of one stored task-specific parameter. Range: 1 to 16. Default: 8.</summary>
    [Parameter(
        "Bits of one stored task-specific parameter; without adapters, of every parameter",
        Unit = "bit",
        Minimum = 1,
        Maximum = 16,
        Source = "Donato et al., IEEE Micro 2019: 8 bits in the whole model",
        Status = NumberStatus.Published)]
    public int TaskBits { get; set; } = 8;

    /// <summary>The power of two of stored weights. Default: one per tensor.</summary>
    [Parameter(
        "per_tensor: each stored tensor has a power of two, so that its values fill the codes; none: plain Qm.n with integer_bits, in "
            + "kernels, adapters and classifier",
        Source = "the published fixed point is Q2.6, and says nothing of scales",
        Status = NumberStatus.Assumed)]
    public WeightScale Scale { get; set; } = WeightScale.PerTensor;

    /// <summary>Sign and integer bits of a stored weight without a scale. Range: 1 to 8. Default: 2.</summary>
    [Parameter(
        "With scale: none, bits of sign and integer part of a stored weight; the others are fraction",
        Unit = "bit",
        Minimum = 1,
        Maximum = 8,
        Source = "Donato et al., IEEE Micro 2019: 2 bits sign and integer, 6 bits fraction",
        Status = NumberStatus.Published)]
    public int IntegerBits { get; set; } = 2;

    /// <summary>What trains and evaluates: <c>managed</c>, or an engine of a plugin. Default: managed.</summary>
    [Parameter(
        "What trains and evaluates: managed (the plugin's own code, the same bits on every processor), or the name of a training engine "
            + "that a plugin offers, such as torch; the same weight files serve both",
        OfTraining = true,
        Source = "builds of weight images promise equal bytes, which managed code alone gives")]
    public string Engine { get; set; } = ManagedEngine;

    /// <summary>Where an engine of a plugin computes. Default: cpu.</summary>
    [Parameter("Where an engine of a plugin computes", OfTraining = true, Source = "every machine has one")]
    public TrainingDevice Device { get; set; } = TrainingDevice.Cpu;

    /// <summary>Number format in which an engine of a plugin computes. Default: fp32.</summary>
    [Parameter(
        "Number format in which an engine of a plugin computes: fp32, or bf16 for frozen kernels and activations; adapters, norms and "
            + "classifier stay fp32",
        OfTraining = true,
        Source = "gradients in bf16 are off by almost half at the start of a training")]
    public TrainingPrecision Precision { get; set; } = TrainingPrecision.Single;

    /// <summary>Last epochs that compute in fp32 in spite of bf16. Range: 0 to 10000. Default: 1.</summary>
    [Parameter(
        "With precision: bf16, epochs at the end that compute in fp32",
        Unit = "epochs",
        Minimum = 0,
        Maximum = 10000,
        OfTraining = true,
        Source = "a step in bfloat16 differs by nearly half from one in 32 bits at the start (measured); one epoch settles the norms",
        Status = NumberStatus.Assumed)]
    public int FinalEpochs { get; set; } = 1;

    /// <summary>Name of the plugin's own code.</summary>
    internal const string ManagedEngine = "managed";
}
