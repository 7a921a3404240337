using Memti.Abstractions.Supplies;

namespace Memti.Plugins.Supplies.Storages;

/// <summary>Makes the battery of options.</summary>
internal static class Battery
{
    public static ISupplyStorage Of(BatteryOptions options) => options.Cell switch
    {
        BatteryCell.Nominal => new NominalBattery(options),
        BatteryCell.Lipo => new CurrentStorage(new KineticCell(options, KineticConstants.Lipo, "lithium polymer")),
        _ => new CurrentStorage(new KineticCell(options, KineticConstants.LeadAcid, "lead acid")),
    };
}
