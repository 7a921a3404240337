using Memti.Abstractions.Cells;
using Memti.Arrays.Profiles;
using Memti.Arrays.Technology;

namespace Memti.Arrays.Circuits;

/// <summary>The sense amplifiers of a sub-array, one for each group of columns that a multiplexer joins.</summary>
/// <param name="Height">Height in m.</param>
/// <param name="LoadFarads">Load on the sensed line in F.</param>
/// <param name="Delay">Delay in s.</param>
/// <param name="Energy">Energy of all amplifiers in J per read.</param>
/// <param name="Leakage">Leakage of all amplifiers in W.</param>
internal readonly record struct SenseAmplifier(double Height, double LoadFarads, double Delay, double Energy, double Leakage)
{
    /// <summary>Narrowest pitch in F in which an amplifier can be drawn. Source: NVSim, SenseAmp.cpp.</summary>
    public const double NarrowestPitch = 2;

    /// <summary>Sizes the sense amplifiers by the rules of a profile.</summary>
    /// <param name="process">The transistors.</param>
    /// <param name="rules">The profile.</param>
    /// <param name="cell">The cell that is sensed.</param>
    /// <param name="bitsPerCell">Bits in one cell.</param>
    /// <param name="count">Number of amplifiers.</param>
    /// <param name="pitchMetres">Available width of each in m.</param>
    public static SenseAmplifier Of(Process process, ProfileRules rules, MemoryCell cell, int bitsPerCell, long count, double pitchMetres)
    {
        bool current = cell.Kind != CellKind.Sram && cell.ReadMode == ElectricalMode.Current;
        return rules.MergedSenseAmplifier
            ? MergedSenseAmplifier.Of(process, rules, cell, bitsPerCell, count, pitchMetres, current)
            : StockSenseAmplifier.Of(process, cell, count, pitchMetres, current);
    }
}
