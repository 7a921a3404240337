using Memti.Abstractions.Parameters;

namespace Memti.Plugins.Supplies.Storages;

/// <summary>Options of a capacitor. What a scenario leaves out follows from the type.</summary>
public sealed class CapacitorOptions
{
    private const string Tools = "shepherd-tools (MIT), measured there";

    /// <summary>Nominal capacitance.</summary>
    [Parameter("Nominal capacitance", Unit = "uf", Minimum = 1e-3, Maximum = 1e12, Source = "chosen: of the order of batteryless nodes")]
    public double CapacitanceUf { get; set; } = 100;

    /// <summary>Technology.</summary>
    [Parameter("Technology, which sets leakage, series resistance, effective capacitance and voltage", Source = "chosen")]
    public CapacitorType Type { get; set; } = CapacitorType.Mlcc;

    /// <summary>Part of the nominal capacitance that is there under bias.</summary>
    [Parameter("Part of the nominal capacitance that is there under bias; leave out for 0.75 (mlcc) or 1", Minimum = 0.01, Maximum = 1,
        Source = Tools, Status = NumberStatus.Measured)]
    public double? Effective { get; set; }

    /// <summary>Resistance of the leakage times the effective capacitance.</summary>
    [Parameter("Leakage as a time constant; leave out for 97.8 (mlcc), 196 (tantalum) or 1.36e6 (supercapacitor, 55 uA of 25 F at 3 V)",
        Unit = "s", Minimum = 1e-3, Maximum = 1e12, Source = Tools, Status = NumberStatus.Measured)]
    public double? LeakageS { get; set; }

    /// <summary>Series resistance.</summary>
    [Parameter("Series resistance; leave out for 0 (mlcc), 1700 (tantalum of 100 uF) or 17 (supercapacitor of 25 F)",
        Unit = "mohm", Minimum = 0, Maximum = 1e9, Source = Tools, Status = NumberStatus.Published)]
    public double? SeriesMohm { get; set; }

    /// <summary>Voltage at which it takes no more.</summary>
    [Parameter("Voltage at which it takes no more; leave out for 5.5, or 3 of a supercapacitor", Unit = "v", Minimum = 0.1, Maximum = 1000,
        Source = "BQ25570 of shepherd-tools (MIT); the supercapacitor's rating", Status = NumberStatus.Published)]
    public double? FullV { get; set; }

    /// <summary>Voltage at the start of a run.</summary>
    [Parameter("Voltage at the start", Unit = "v", Minimum = 0, Maximum = 1000, Source = "a node that was never powered")]
    public double StartV { get; set; }
}
