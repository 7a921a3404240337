using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;

namespace Memti.Plugins.Supplies.Sources;

/// <summary>Options of a harvester: a recording, or a constant power.</summary>
public sealed class HarvesterOptions
{
    /// <summary>The recording.</summary>
    [Parameter("Recording: a CSV file whose head names quantities with units, or an HDF5 file of the Shepherd or Bonito kind",
        Source = "the scenario", Status = NumberStatus.Measured)]
    public ScenarioFile? Recording { get; set; }

    /// <summary>Constant power, instead of a recording.</summary>
    [Parameter("Constant power, in place of a recording", Unit = "uw", Source = "the scenario")]
    public Power? Power { get; set; }

    /// <summary>Area of the panel.</summary>
    [Parameter("Area of the panel that an irradiance falls on; scales a recorded power per cm2 of the panel it was recorded with",
        Unit = "cm2", Minimum = 1e-6, Maximum = 1e8, Source = "chosen")]
    public double PanelCm2 { get; set; } = 1;

    /// <summary>Efficiency of the panel.</summary>
    [Parameter("Efficiency of the panel under an irradiance", Minimum = 1e-6, Maximum = 1, Source = "monocrystalline silicon, typical")]
    public double PanelEfficiency { get; set; } = 0.15;

    /// <summary>Illuminance of a watt per square metre.</summary>
    [Parameter("Illuminance of one W/m2, for recordings in lux", Minimum = 1, Maximum = 700, Source = "daylight, typical")]
    public double LuxPerWM2 { get; set; } = 120;

    /// <summary>Voltage of the working point where a recording has none.</summary>
    [Parameter("Voltage of the working point, where a recording has none", Unit = "v", Minimum = 1e-3, Maximum = 1000,
        Source = "three cells of silicon")]
    public double PanelV { get; set; } = 1.5;

    /// <summary>Resistance over which a voltage was recorded.</summary>
    [Parameter("Resistance over which a voltage without a current was recorded", Unit = "ohm", Minimum = 1e-3, Maximum = 1e12,
        Source = "Mementos traces: a WISP 4.1 with 30 kohm", Status = NumberStatus.Published)]
    public double LoadOhm { get; set; } = 30_000;

    /// <summary>Part of the power that tracking its maximum leaves.</summary>
    [Parameter("Part of the power at the best working point that tracking leaves", Minimum = 1e-3, Maximum = 1,
        Source = "sampled for 1.2 ms of every 100 ms: 0.988 (shepherd-tools, MIT); 1 leaves tracking out")]
    public double Tracking { get; set; } = 1;

    /// <summary>What a gap means.</summary>
    [Parameter("What a gap in the times of a recording means: refuse it, dark, or hold the value before", Source = "a gap may be a fault")]
    public GapRule Gaps { get; set; } = GapRule.Refuse;

    /// <summary>Length after which the recording begins again.</summary>
    [Parameter("Length after which the recording begins again; leave out for its last time and one more step", Unit = "s",
        Minimum = 1e-6, Maximum = 1e10, Source = "the recording", Status = NumberStatus.Derived)]
    public double? PeriodS { get; set; }

    /// <summary>Length of the steps to which samples are averaged.</summary>
    [Parameter("Length of steps to which the samples are averaged; 0 for the samples as they are", Unit = "s", Minimum = 0, Maximum = 1e6,
        Source = "the recording")]
    public double StepS { get; set; }

    /// <summary>Node of an HDF5 file with several.</summary>
    [Parameter("Node of an HDF5 file of the Bonito kind, such as node0", Source = "its first node")]
    public string Node { get; set; } = "node0";
}
