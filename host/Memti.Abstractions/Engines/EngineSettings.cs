namespace Memti.Abstractions.Engines;

/// <summary>How an engine computes and stores.</summary>
public sealed record EngineSettings
{
    /// <summary>Where it computes. Default: on the processor.</summary>
    public TrainingDevice Device { get; init; } = TrainingDevice.Cpu;

    /// <summary>Number format of the computation. Default: 32 bits.</summary>
    public TrainingPrecision Precision { get; init; } = TrainingPrecision.Single;

    /// <summary>Epochs at the end that compute in 32 bits whatever <see cref="Precision"/> says, 0 or more. Default: 0.</summary>
    public int FinalEpochs { get; init; }

    /// <summary>Rule by which gradients change parameters. Default: gradient descent.</summary>
    public TrainingOptimiser Optimiser { get; init; } = TrainingOptimiser.Descent;

    /// <summary>Power of two of stored parameters. Default: one per tensor.</summary>
    public StoredScale Scale { get; init; } = StoredScale.PerTensor;

    /// <summary>Bits of sign and integer part of a stored value without a scale, 1 to 8. Default: 2.</summary>
    public int IntegerBits { get; init; } = 2;
}
