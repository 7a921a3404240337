using Memti.Abstractions.Parameters;

namespace Memti.Plugins.Supplies.Converters;

/// <summary>Which converter.</summary>
public enum ConverterModel
{
    /// <summary>The same efficiency always.</summary>
    Fixed,

    /// <summary>Boost converter of a BQ25504 for harvesters.</summary>
    [Word("bq25504_boost")]
    Bq25504Boost,

    /// <summary>Buck converter of a BQ25570 for loads.</summary>
    [Word("bq25570_buck")]
    Bq25570Buck,

    /// <summary>Regulator in front of a core.</summary>
    CoreRegulator,

    /// <summary>Regulator behind a battery.</summary>
    BatteryRegulator,

    /// <summary>Converter behind a panel.</summary>
    PanelConverter,
}
