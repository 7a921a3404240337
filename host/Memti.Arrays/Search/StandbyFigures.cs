namespace Memti.Arrays.Search;

/// <summary>Standby and wake-up figures of a bank. SI units.</summary>
/// <param name="RailFarads">Capacitance that the supply charges when the bank wakes.</param>
/// <param name="WakeEnergy">Energy of one wake-up: charging that capacitance.</param>
/// <param name="WakeLatency">Time from off to on.</param>
/// <param name="RetentionPower">
/// Leakage at the cell's retention voltage with the periphery off; null for cells without a retention state.
/// </param>
/// <param name="OffPower">Leakage through the power switch.</param>
/// <param name="RefreshPower">Power to rewrite all words before they fade; zero for cells that retain them for a day or longer.</param>
public sealed record StandbyFigures(
    double RailFarads, double WakeEnergy, double WakeLatency, double? RetentionPower, double OffPower, double RefreshPower);
