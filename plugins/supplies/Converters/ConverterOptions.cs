using Memti.Abstractions.Parameters;

namespace Memti.Plugins.Supplies.Converters;

/// <summary>Options of a converter.</summary>
public sealed class ConverterOptions
{
    /// <summary>The converter.</summary>
    [Parameter("Table of efficiencies: fixed, bq25504_boost, bq25570_buck (shepherd-tools), core_regulator, battery_regulator or "
        + "panel_converter (MESSY)", Source = "shepherd-tools (MIT); MESSY (Apache-2.0)", Status = NumberStatus.Published)]
    public ConverterModel Model { get; set; } = ConverterModel.Fixed;

    /// <summary>Efficiency of a fixed one.</summary>
    [Parameter("Efficiency of a fixed converter", Minimum = 0.01, Maximum = 1, Source = "a switching regulator, typical")]
    public double Efficiency { get; set; } = 0.9;

    /// <summary>Output voltage, which turns output power into a current.</summary>
    [Parameter("Output voltage, which turns output power into the current of the table", Unit = "v", Minimum = 0.1, Maximum = 1000,
        Source = "BQ25570 of shepherd-tools (MIT)", Status = NumberStatus.Published)]
    public double OutputV { get; set; } = 2.2;

    /// <summary>A table of one's own.</summary>
    [Parameter("Table of one's own in place of the model: CSV whose head is input_v and currents in A, and whose lines are an input "
        + "voltage in V and efficiencies; each holds from its voltage and current on", Source = "the scenario",
        Status = NumberStatus.Measured)]
    public ScenarioFile? Table { get; set; }
}
