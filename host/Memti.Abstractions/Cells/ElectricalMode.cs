namespace Memti.Abstractions.Cells;

/// <summary>The quantity that a cell is sensed by or driven with.</summary>
public enum ElectricalMode
{
    /// <summary>A voltage.</summary>
    Voltage,

    /// <summary>A current.</summary>
    Current,
}
