using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;

namespace Memti.Arrays.Ecc;

/// <summary>Cost of an error-correcting code per word.</summary>
/// <param name="CellsPerWord">Cells for the data and check bits of a word.</param>
/// <param name="ExtraCellsPerWord">Cells beyond those that the data alone would take.</param>
/// <param name="EncodeEnergy">Energy to compute a word's check bits.</param>
/// <param name="CheckEnergy">Energy to check a word that has no error.</param>
/// <param name="CorrectEnergy">Additional energy to correct a word.</param>
/// <param name="EncodeLatency">Time from data to check bits.</param>
/// <param name="CheckLatency">Delay that every read incurs.</param>
/// <param name="CorrectLatency">Additional delay of the read of a wrong word.</param>
/// <param name="Status">How well the energies and times are known.</param>
public sealed record EccCost(
    int CellsPerWord,
    int ExtraCellsPerWord,
    Energy EncodeEnergy,
    Energy CheckEnergy,
    Energy CorrectEnergy,
    SimTime EncodeLatency,
    SimTime CheckLatency,
    SimTime CorrectLatency,
    NumberStatus Status)
{
    /// <summary>
    /// Energy per gate. Assumed: a two-input gate of a 22 nm library switches about 0.5 fF with its wire at 0.8 V, half C V squared twice
    /// per cycle, rounded to 0.3 fJ. Moves the energy of a checked read by a few percent.
    /// </summary>
    public static Energy AssumedEnergyPerGate => Energy.FromPicojoules(3e-4);

    /// <summary>
    /// Delay per gate. Assumed: an exclusive-or gate with its load takes about 25 ps in a 22 nm low-power library. Moves the read latency.
    /// </summary>
    public static SimTime AssumedGateDelay => SimTime.FromPicoseconds(25);

    /// <summary>Cost with gates of assumed energy and delay.</summary>
    /// <param name="code">The code.</param>
    /// <param name="bitsPerCell">Bits per cell, 1 to 8. Data and check bits are packed without gaps.</param>
    public static EccCost Of(IErrorCorrection code, int bitsPerCell) =>
        Of(code, bitsPerCell, AssumedEnergyPerGate, AssumedGateDelay, NumberStatus.Assumed);

    /// <summary>Cost with given gates.</summary>
    /// <param name="code">The code.</param>
    /// <param name="bitsPerCell">Bits per cell, 1 to 8.</param>
    /// <param name="energyPerGate">Energy of a switching gate; half of the gates switch.</param>
    /// <param name="gateDelay">Delay of a gate.</param>
    /// <param name="status">How well the gates are known.</param>
    public static EccCost Of(IErrorCorrection code, int bitsPerCell, Energy energyPerGate, SimTime gateDelay, NumberStatus status)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentOutOfRangeException.ThrowIfLessThan(bitsPerCell, 1);
        EccGates gates = code.Gates;
        int cells = (code.DataBits + code.CheckBits + bitsPerCell - 1) / bitsPerCell;
        return new EccCost(
            cells,
            cells - ((code.DataBits + bitsPerCell - 1) / bitsPerCell),
            // Random data switches half of the gates.
            energyPerGate * (0.5 * gates.Encode),
            energyPerGate * (0.5 * gates.Check),
            energyPerGate * (0.5 * gates.Correct),
            gateDelay * gates.EncodeDepth,
            gateDelay * gates.CheckDepth,
            gateDelay * gates.CorrectDepth,
            status);
    }
}
