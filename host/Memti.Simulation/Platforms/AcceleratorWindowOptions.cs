using Memti.Abstractions.Devices;

namespace Memti.Simulation.Platforms;

/// <summary>An accelerator with registers and how it is connected.</summary>
internal sealed record AcceleratorWindowOptions
{
    public required IDeviceAccelerator Accelerator { get; init; }

    /// <summary>Bits of one stored shared parameter.</summary>
    public required int SharedBits { get; init; }

    /// <summary>Bits of one stored task-specific parameter.</summary>
    public required int TaskBits { get; init; }

    /// <summary>Drives the interrupt line.</summary>
    public required Action<bool> SetInterrupt { get; init; }

    /// <summary>Receives the task of each inference that starts; null for a driver that counts inferences itself.</summary>
    public Action<int>? InferenceStarts { get; init; }
}
