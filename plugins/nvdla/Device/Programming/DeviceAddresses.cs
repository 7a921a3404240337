namespace Memti.Plugins.Nvdla.Device.Programming;

/// <summary>Where a driver has put what a network reads and writes: addresses of the system, multiples of 32.</summary>
public sealed record DeviceAddresses
{
    /// <summary>The input frame.</summary>
    public required ulong Input { get; init; }

    /// <summary>Features between layers.</summary>
    public required ulong Activations { get; init; }

    /// <summary>Shared weights.</summary>
    public ulong SharedWeights { get; init; }

    /// <summary>Weights of the task.</summary>
    public required ulong TaskWeights { get; init; }
}
