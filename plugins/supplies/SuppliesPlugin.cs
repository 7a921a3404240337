using Memti.Abstractions.Plugins;
using Memti.Plugins.Supplies;
using Memti.Plugins.Supplies.Converters;
using Memti.Plugins.Supplies.Sources;
using Memti.Plugins.Supplies.Storages;

[assembly: MemtiPlugin(typeof(SuppliesPlugin), "memti.supplies")]

namespace Memti.Plugins.Supplies;

/// <summary>Offers storages, sources and converters.</summary>
public sealed class SuppliesPlugin : IMemtiPlugin
{
    /// <inheritdoc />
    public void Register(IPluginRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddSupply<IdealOptions>("ideal", static options => new IdealStorage(options));
        registry.AddSupply<CapacitorOptions>("capacitor", static options => new Capacitor(options));
        registry.AddSupply<BatteryOptions>("battery", static options => Battery.Of(options));
        registry.AddSupply<PrimaryCellOptions>("primary-cell", static options => new CurrentStorage(new PrimaryCell(options)));
        registry.AddSupply<HarvesterOptions>("harvester", static options => Harvester.Of(options));
        registry.AddSupply<ConverterOptions>("converter", static options => Converter.Of(options));
    }
}
