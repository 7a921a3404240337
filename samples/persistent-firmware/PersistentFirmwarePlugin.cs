using Memti.Abstractions.Plugins;

[assembly: MemtiPlugin(typeof(PersistentFirmware.PersistentFirmwarePlugin), "persistent.firmware")]

namespace PersistentFirmware;

/// <summary>Offers policies that keep bytes in non-volatile memory over a loss of power.</summary>
public sealed class PersistentFirmwarePlugin : IMemtiPlugin
{
    /// <inheritdoc />
    public void Register(IPluginRegistry registry)
    {
        registry.AddFirmware<UpdateOptions>("two-slot", static options => new TwoSlotUpdate(options));
        registry.AddFirmware<UpdateOptions>("in-place", static options => new InPlaceUpdate(options));
        registry.AddFirmware<PagedUpdateOptions>("paged", static options => new PagedUpdate(options));
        registry.AddFirmware<CheckpointOptions>("checkpoint", static options => new CheckpointFirmware(options));
    }
}
