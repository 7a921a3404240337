namespace Memti.Abstractions.Devices;

/// <summary>A register of a device.</summary>
/// <param name="Name">Upper-case letters, digits and underscores, such as <c>WAKE_CAUSE</c>.</param>
/// <param name="Offset">Bytes from the start of the device's window.</param>
/// <param name="Summary">What it holds, in one sentence.</param>
public sealed record DeviceRegister(string Name, uint Offset, string Summary)
{
    /// <summary>Size in bytes: 1, 2, 4 or 8. Default: 4.</summary>
    public int Bytes { get; init; } = 4;

    /// <summary>Number of equal registers one after the other. Default: 1.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The fields, for a register that is no plain number. Default: none.</summary>
    public IReadOnlyList<DeviceField> Fields { get; init; } = [];
}
