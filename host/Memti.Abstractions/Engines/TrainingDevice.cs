namespace Memti.Abstractions.Engines;

/// <summary>Where an engine computes.</summary>
public enum TrainingDevice
{
    /// <summary>On the processor.</summary>
    Cpu,

    /// <summary>On the first graphics processor of NVIDIA.</summary>
    Cuda,
}
