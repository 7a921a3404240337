using Memti.Abstractions.Cells;
using Memti.Arrays.Profiles;
using Memti.Arrays.Technology;

namespace Memti.Arrays.Circuits;

/// <summary>The sense amplifiers of a sub-array: one per group of columns that a multiplexer joins.</summary>
/// <param name="Height">Height in m.</param>
/// <param name="LoadFarads">Load on the line that is sensed, in F.</param>
/// <param name="Delay">Delay in s.</param>
/// <param name="Energy">Energy of all amplifiers in J per read.</param>
/// <param name="Leakage">Leakage of all amplifiers in W.</param>
internal readonly record struct SenseAmplifier(double Height, double LoadFarads, double Delay, double Energy, double Leakage)
{
    /// <summary>Narrowest pitch in F in which an amplifier can be drawn.</summary>
    public const double NarrowestPitch = 2;

    /// <summary>Sense amplifiers by the rules of a profile.</summary>
    /// <param name="process">The transistors.</param>
    /// <param name="rules">The profile.</param>
    /// <param name="cell">The cell that is sensed.</param>
    /// <param name="bitsPerCell">Bits in one cell.</param>
    /// <param name="count">Amplifiers.</param>
    /// <param name="pitchMetres">Width that each may take in m.</param>
    public static SenseAmplifier Of(Process process, ProfileRules rules, MemoryCell cell, int bitsPerCell, long count, double pitchMetres)
    {
        bool current = cell.Kind != CellKind.Sram && cell.ReadMode == ElectricalMode.Current;
        return rules.MergedSenseAmplifier
            ? MergedSenseAmplifier.Of(process, rules, cell, bitsPerCell, count, pitchMetres, current)
            : StockSenseAmplifier.Of(process, cell, count, pitchMetres, current);
    }
}
