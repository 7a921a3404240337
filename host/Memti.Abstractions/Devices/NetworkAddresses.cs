namespace Memti.Abstractions.Devices;

/// <summary>Where a driver has placed what an inference reads and writes: addresses of the system, multiples of 32.</summary>
public sealed record NetworkAddresses
{
    /// <summary>The input frame.</summary>
    public required ulong Input { get; init; }

    /// <summary>Features between layers.</summary>
    public required ulong Activations { get; init; }

    /// <summary>Shared weights. Default: 0, for a network without.</summary>
    public ulong SharedWeights { get; init; }

    /// <summary>Parameters of the task.</summary>
    public required ulong TaskWeights { get; init; }
}
