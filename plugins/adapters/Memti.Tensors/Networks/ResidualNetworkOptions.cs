using Memti.Tensors.Kernels;

namespace Memti.Tensors.Networks;

/// <summary>Options of a <see cref="ResidualNetwork"/>: size, form and training.</summary>
public sealed record ResidualNetworkOptions
{
    /// <summary>
    /// Factor of all channel counts, which are 32, 64, 128 and 256 times this. Range: 1/32 to 8, in steps of 1/32. Default: 1.
    /// </summary>
    public double Width { get; init; } = 1;

    /// <summary>Rows and columns of an image in pixels. Range: multiples of 8 from 8 to 512. Default: 32.</summary>
    public int Pixels { get; init; } = 32;

    /// <summary>Number of classes. Range: 2 to 65536. Default: 10.</summary>
    public int Classes { get; init; } = 10;

    /// <summary>Basic blocks in each of the three stages. Range: 1 to 64. Default: 4, which is ResNet-26.</summary>
    public int BlocksPerStage { get; init; } = 4;

    /// <summary>Adapters of the task. Default: parallel.</summary>
    public AdapterWiring Adapters { get; init; } = AdapterWiring.Parallel;

    /// <summary>Parameters that training changes. Default: those of the task.</summary>
    public Learning Learning { get; init; } = Learning.TaskSpecific;

    /// <summary>Most images in a batch. Range: 1 to 4096. Default: 64.</summary>
    public int Batch { get; init; } = 64;

    /// <summary>Number of threads, including the caller; it changes no result. Range: 1 to 256. Default: 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Seed of the initial parameters.</summary>
    public ulong Seed { get; init; }

    /// <summary>Momentum of gradient descent, without dampening. Range: 0 to below 1. Default: 0.9.</summary>
    public double Momentum { get; init; } = 0.9;

    /// <summary>Weight decay of convolutions and adapters, added to gradients as L2. Default: 1e-4.</summary>
    public double WeightDecay { get; init; } = 1e-4;

    /// <summary>Weight decay of batch norms and the classifier. Default: 1e-4.</summary>
    public double HeadDecay { get; init; } = 1e-4;

    /// <summary>
    /// Magnitude bits of the inputs of 3x3 convolutions that cells compute; 0 for digital convolutions. Only without adapters. Range: 0 to
    /// 8. Default: 0.
    /// </summary>
    public int AnalogBits { get; init; }

    /// <summary>Weight in the loss of the energy of analogue reads, relative to direct reading at level 1. Default: 0.</summary>
    public double EnergyWeight { get; init; }

    /// <summary>Rate of the logarithms of read levels over the learning rate. Default: 1.</summary>
    public double LevelRate { get; init; } = 1;

    /// <summary>Instruction set of the inner loops. Default: the fastest that the processor supports.</summary>
    public Kernel Kernel { get; init; } = Kernel.Fastest;

    /// <summary>Channels of the stem.</summary>
    internal int StemChannels => (int)Math.Round(Width * 32);

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(StemChannels, Width * 32, nameof(Width));
        CheckRange(StemChannels, 1, 256, nameof(Width));
        CheckRange(Pixels, 8, 512, nameof(Pixels));
        ArgumentOutOfRangeException.ThrowIfNotEqual(Pixels % 8, 0, nameof(Pixels));
        CheckRange(Classes, 2, 65536, nameof(Classes));
        CheckRange(BlocksPerStage, 1, 64, nameof(BlocksPerStage));
        CheckRange(Batch, 1, 4096, nameof(Batch));
        CheckRange(Threads, 1, 256, nameof(Threads));
        CheckRange(AnalogBits, 0, Adapters == AdapterWiring.None ? 8 : 0, nameof(AnalogBits));
        ArgumentOutOfRangeException.ThrowIfNegative(EnergyWeight);
        ArgumentOutOfRangeException.ThrowIfNegative(LevelRate);
    }

    private static void CheckRange(int value, int least, int most, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most, name);
    }
}
