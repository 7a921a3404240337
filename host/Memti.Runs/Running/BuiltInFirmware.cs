using Memti.Abstractions.Plugins;
using Memti.Runs.Planning;
using Memti.Simulation.Firmware;

namespace Memti.Runs.Running;

/// <summary>The firmware that comes with the host, offered as a plugin offers it.</summary>
public sealed class BuiltInFirmware : IMemtiPlugin
{
    /// <summary>The id under which it is registered.</summary>
    public const string Id = "memti.firmware";

    /// <summary>The duty-cycle policy that programs the accelerator through its registers.</summary>
    public const string Registers = MachinePlanner.RegistersKind;

    /// <inheritdoc />
    public void Register(IPluginRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddFirmware<AlwaysOnOptions>("always-on", static _ => new AlwaysOnFirmware());
        registry.AddFirmware<DutyCycleOptions>("duty-cycle", static options => new DutyCycleFirmware(options));
        registry.AddFirmware<StreamsOptions>(FirmwareWords.Streams, static options => new StreamsFirmware(options));
        registry.AddFirmware<XrbenchOptions>(FirmwareWords.Xrbench, static options => new XrbenchFirmware(options));
        registry.AddFirmware<DutyCycleOptions>(Registers, static options => new DutyCycleFirmware(options));
    }
}
