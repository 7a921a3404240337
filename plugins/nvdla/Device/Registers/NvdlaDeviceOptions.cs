namespace Memti.Plugins.Nvdla.Device.Registers;

/// <summary>What a device is beyond its engine.</summary>
public sealed record NvdlaDeviceOptions
{
    /// <summary>The register map. Default: full.</summary>
    public RegisterLayout Layout { get; init; } = RegisterLayout.Full;

    /// <summary>
    /// True when a write to an address without a register is an error; false when it is lost, as in the RTL, which has no error channel.
    /// Default: true, because firmware that writes there is wrong and would never hear of it.
    /// </summary>
    public bool Strict { get; init; } = true;
}
