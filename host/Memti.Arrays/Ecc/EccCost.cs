using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;

namespace Memti.Arrays.Ecc;

/// <summary>What an error-correcting code costs.</summary>
/// <param name="CellsPerWord">Cells that data and check bits of a word take.</param>
/// <param name="ExtraCellsPerWord">Cells more than the data alone takes.</param>
/// <param name="EncodeEnergy">Energy of writing a word's check bits.</param>
/// <param name="CheckEnergy">Energy of finding a word without error.</param>
/// <param name="CorrectEnergy">Further energy of correcting a word.</param>
/// <param name="EncodeLatency">Time from data to check bits.</param>
/// <param name="CheckLatency">Time that every read waits.</param>
/// <param name="CorrectLatency">Further time that the read of a wrong word waits.</param>
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
    /// Assumed: a two-input gate of a 22 nm library with its wire switches about 0.5 fF at 0.8 V, half C V squared twice per cycle, rounded to 0.3 fJ.
    /// Moves the energy of a checked read by a few percent.
    /// </summary>
    public static Energy AssumedEnergyPerGate => Energy.FromPicojoules(3e-4);

    /// <summary>Assumed: an exclusive-or gate with its load in a 22 nm low-power library takes about 25 ps. Moves the read latency.</summary>
    public static SimTime AssumedGateDelay => SimTime.FromPicoseconds(25);

    /// <summary>The cost with gates of assumed energy and delay.</summary>
    /// <param name="code">The code.</param>
    /// <param name="bitsPerCell">Bits stored in a cell, 1 to 8; data and check bits run on from cell to cell.</param>
    public static EccCost Of(IErrorCorrection code, int bitsPerCell) => Of(code, bitsPerCell, AssumedEnergyPerGate, AssumedGateDelay, NumberStatus.Assumed);

    /// <summary>The cost with given gates.</summary>
    /// <param name="code">The code.</param>
    /// <param name="bitsPerCell">Bits stored in a cell, 1 to 8.</param>
    /// <param name="energyPerGate">Energy of a gate that switches; half of the gates do.</param>
    /// <param name="gateDelay">Time through a gate.</param>
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
            energyPerGate * (0.5 * gates.Encode),
            energyPerGate * (0.5 * gates.Check),
            energyPerGate * (0.5 * gates.Correct),
            gateDelay * gates.EncodeDepth,
            gateDelay * gates.CheckDepth,
            gateDelay * gates.CorrectDepth,
            status);
    }
}
