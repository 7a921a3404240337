using Memti.Abstractions.Parameters;
using Memti.Plugins.Adapters.FixedPoint;

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
}
