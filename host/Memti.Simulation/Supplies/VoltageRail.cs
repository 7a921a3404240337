using Memti.Simulation.PowerStates;

namespace Memti.Simulation.Supplies;

/// <summary>
/// Components on the voltage of the storage, without a regulator. Their power is constant within cells of voltage a thousandth wide, whose
/// middles are powers of e over the nominal voltage: a crossing of a border is an event.
/// </summary>
/// <param name="nominalVolts">Voltage in V at which components have the power that they state.</param>
internal sealed class VoltageRail(double nominalVolts)
{
    /// <summary>Width of a cell in the logarithm of the voltage.</summary>
    private const double Width = 1e-3;

    private const double Half = Width / 2;

    /// <summary>Voltages this near, relative to a border, are at it.</summary>
    private const double Beyond = 1e-9;

    /// <summary>The lowest cell: a thousandth of the nominal voltage and all below, where next to nothing is drawn.</summary>
    private const long Lowest = -6908;

    /// <summary>Number of the present cell: 0 has the nominal voltage in its middle.</summary>
    public long Cell { get; private set; }

    /// <summary>How power follows the voltage of the present cell.</summary>
    public RailScale Scale => Cell == 0 ? RailScale.Nominal : RailScale.At(Math.Exp(Cell * Width));

    /// <summary>Takes the cell of a voltage.</summary>
    public void Settle(double volts) => Cell = volts > 0
        ? Math.Max(Lowest, (long)Math.Round(Math.Log(volts / nominalVolts) / Width))
        : Lowest;

    /// <summary>
    /// The voltage below at which the cell is left: its border, or half a cell farther for one that is beyond the border already. Less
    /// power means more voltage behind a resistance, so that a voltage near a border may be beyond it from either side.
    /// </summary>
    /// <returns>The voltage in V; 0 for the lowest cell, which is left upwards alone.</returns>
    public double LeaveBelow(double volts) => Cell == Lowest ? 0 : volts > Low * (1 + Beyond) ? Low : Low * (1 - Half);

    /// <summary>The same for the voltage above.</summary>
    public double LeaveAbove(double volts) => volts < High * (1 - Beyond) ? High : High * (1 + Half);

    /// <summary>Lower border of the present cell in V.</summary>
    private double Low => nominalVolts * Math.Exp((Cell - 0.5) * Width);

    /// <summary>Upper border of the present cell in V.</summary>
    private double High => nominalVolts * Math.Exp((Cell + 0.5) * Width);
}
