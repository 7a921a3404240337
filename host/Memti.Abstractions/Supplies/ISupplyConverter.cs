namespace Memti.Abstractions.Supplies;

/// <summary>
/// A converter between two parts. Its efficiency is constant within cells of the input voltage, so that powers stay constant between
/// events: the host makes an event of each crossing of a border.
/// </summary>
public interface ISupplyConverter : ISupply
{
    /// <summary>Input voltages in V at which the efficiency of <see cref="OfOutput"/> changes; ascending, may be empty.</summary>
    IReadOnlyList<double> Borders { get; }

    /// <summary>Efficiency of a charger, which takes what its source gives.</summary>
    /// <param name="volts">Input voltage in V.</param>
    /// <param name="watts">Input power in W.</param>
    /// <returns>The part of the input power that comes out, 0 to 1.</returns>
    double OfInput(double volts, double watts);

    /// <summary>Efficiency of a regulator, which delivers what its load draws.</summary>
    /// <param name="volts">Input voltage in V; between two borders the result is the same.</param>
    /// <param name="watts">Output power in W.</param>
    /// <returns>Output power over input power, above 0, at most 1.</returns>
    double OfOutput(double volts, double watts);
}
