using Memti.Abstractions;

namespace Memti.Arrays;

/// <summary>One solved bank of a reference simulator.</summary>
/// <param name="Cell">Name of the cell.</param>
/// <param name="BitsPerCell">Bits in one cell.</param>
/// <param name="BankCells">Cells in the bank.</param>
/// <param name="WordCells">Cells of one access.</param>
/// <param name="NodeNanometres">Process node in nm.</param>
/// <param name="TemperatureKelvin">Temperature in K.</param>
/// <param name="Target">What the organisation was chosen for.</param>
/// <param name="Area">Area of the bank.</param>
/// <param name="ReadLatency">Time of one read.</param>
/// <param name="WriteLatency">Time of one write; null where the run prints none.</param>
/// <param name="ReadEnergy">Energy of one read.</param>
/// <param name="WriteEnergy">Energy of one write; null where the run prints none.</param>
/// <param name="Leakage">Leakage of the bank.</param>
/// <param name="ReadCellsPerSecond">Cells read per second.</param>
/// <param name="Profile">The simulator: <c>nvsim-2012</c> or <c>nvsim-merged</c>.</param>
internal sealed record ArrayPoint(
    string Cell,
    int BitsPerCell,
    long BankCells,
    int WordCells,
    int NodeNanometres,
    double TemperatureKelvin,
    ArrayTarget Target,
    Area Area,
    SimTime ReadLatency,
    SimTime? WriteLatency,
    Energy ReadEnergy,
    Energy? WriteEnergy,
    Power Leakage,
    double ReadCellsPerSecond,
    string Profile);
