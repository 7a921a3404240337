namespace Memti.Abstractions.Cells;

/// <summary>The quantity that senses or drives a cell.</summary>
public enum ElectricalMode
{
    /// <summary>A voltage.</summary>
    Voltage,

    /// <summary>A current.</summary>
    Current,
}
