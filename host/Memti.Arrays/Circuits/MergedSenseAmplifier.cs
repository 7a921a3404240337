using Memti.Abstractions.Cells;
using Memti.Arrays.Profiles;
using Memti.Arrays.Technology;

namespace Memti.Arrays.Circuits;

/// <summary>
/// Sense amplifiers of the fork: a smaller latch, one comparator per threshold of a multi-level cell, and fixed figures for ferroelectric
/// cells.
/// </summary>
/// <remarks>
/// lpentecost/nvsim-merged, SenseAmp.cpp; transistor widths in F from its constant.h (W_SA_TOP, W_SA_P, W_SA_N, W_SA_BOT).
/// </remarks>
internal static class MergedSenseAmplifier
{
    /// <summary>Width of the PMOS at the top of the latch in F.</summary>
    private const double TailPmos = 40;
    /// <summary>Width of each NMOS and PMOS of the latch in F.</summary>
    private const double Latch = 2;
    /// <summary>Width of each NMOS at the bottom of the latch in F.</summary>
    private const double TailNmos = 20;
    /// <summary>Height of a comparator in m, whatever its input fingers.</summary>
    private const double ComparatorHeight = 1.4e-6;
    /// <summary>Idle current of a comparator in A.</summary>
    private const double ComparatorIdleAmperes = 1.35e-11;
    /// <summary>Input fingers of the smallest tabulated comparator.</summary>
    private const int FewestFingers = 8;
    /// <summary>Fingers between two tabulated comparators.</summary>
    private const int FingerStep = 8;

    /// <summary>Comparators with 8, 16, ... 56 input fingers: width in m, load in F, transconductance in S.</summary>
    private static readonly (double Width, double Farads, double Siemens)[] Comparators =
    [
        (2.4e-6, 0.831e-15, 240.3e-6),
        (3.8e-6, 1.092e-15, 340.5e-6),
        (5.2e-6, 1.351e-15, 385.9e-6),
        (6.8e-6, 1.609e-15, 408.7e-6),
        (8.2e-6, 1.868e-15, 421.7e-6),
        (9.6e-6, 2.125e-15, 430.0e-6),
        (11e-6, 2.383e-15, 435.8e-6),
    ];

    /// <summary>Read time in s and energy in J of ferroelectric cells with 1, 2 and 3 bits; the fork calls them modelled values.</summary>
    private static readonly (double Delay, double Energy)[] Ferroelectric = [
        (0.12e-9, 0.73e-15),
        (0.45e-9, 10.92e-15),
        (0.7e-9, 38.23e-15)
    ];

    /// <summary>
    /// Sizes the amplifiers of a sub-array, by the fork or, in a corrected profile, by <see cref="CorrectedSenseAmplifier"/>.
    /// </summary>
    public static SenseAmplifier Of(
        Process process, ProfileRules rules, MemoryCell cell, int bitsPerCell, long count, double pitch, bool current)
    {
        if (rules.Corrected)
            return CorrectedSenseAmplifier.Of(process, rules, cell, bitsPerCell, count, pitch, Single(process, cell, pitch, current));
        bool compares = bitsPerCell > 1 && cell.Kind != CellKind.Fefet;
        return AsPublished(process, cell, bitsPerCell, count, pitch, current, compares);
    }

    /// <summary>The tabulated comparator with at most so many input fingers; outside the table its first or last entry.</summary>
    public static (double Width, double Height, double Farads, double Siemens) Comparator(int fingers)
    {
        (double width, double farads, double siemens) =
            Comparators[Math.Clamp((fingers - FewestFingers) / FingerStep, 0, Comparators.Length - 1)];
        return (width, ComparatorHeight, farads, siemens);
    }

    /// <summary>True for the kinds of cell whose levels the fork can sense.</summary>
    public static bool KnowsLevelsOf(CellKind kind) => kind is CellKind.Rram or CellKind.Ctt or CellKind.Fefet;

    /// <summary>Read time and energy of a ferroelectric cell; null where no circuit is published.</summary>
    public static (double Delay, double Energy)? ForFerroelectric(CellKind kind, int bitsPerCell) =>
        kind == CellKind.Fefet && bitsPerCell <= Ferroelectric.Length ? Ferroelectric[bitsPerCell - 1] : null;

    private static SenseAmplifier AsPublished(
        Process process, MemoryCell cell, int bitsPerCell, long count, double pitch, bool current, bool compares)
    {
        SenseAmplifier single = Single(process, cell, pitch, current);
        int thresholds = (1 << bitsPerCell) - 1;
        double height = single.Height;
        double load = single.LoadFarads;
        double siemens = StockSenseAmplifier.LatchSiemens(process);
        if (compares)
        {
            (double width, double comparatorHeight, double farads, siemens) = Comparator(cell.SenseFingers);
            height = comparatorHeight * (width * thresholds) / pitch;
            load = farads * thresholds;
        }

        (double delay, double energy, double leakage) = (single.Delay, single.Energy, single.Leakage);
        if (!current)
        {
            delay = load / siemens * Math.Log(process.Supply / cell.MinimumSenseVolts);
            energy = load * process.Supply * process.Supply;
            // Single-level leakage stays that of the latch: the fork replaces it only for multi-level cells.
            leakage = bitsPerCell > 1 ? ComparatorIdleAmperes * thresholds * process.Supply : leakage;
        }

        if (ForFerroelectric(cell.Kind, bitsPerCell) is { } published)
            (delay, energy) = published;
        return new SenseAmplifier(height, load, delay, energy * count, leakage * count);
    }

    /// <summary>One amplifier of a single-level cell.</summary>
    private static SenseAmplifier Single(Process process, MemoryCell cell, double pitch, bool current)
    {
        double load = LoadFarads(process, pitch);
        double height = LatchHeight(process, pitch);
        if (current)
        {
            CurrentConverter converter = CurrentConverter.Merged(process.NodeNanometres);
            return new SenseAmplifier(height, load, converter.Delay, converter.Energy, converter.Leakage);
        }

        double square = process.Supply * process.Supply;
        return new SenseAmplifier(
            height,
            load,
            load / StockSenseAmplifier.LatchSiemens(process) * Math.Log(process.Supply / cell.MinimumSenseVolts),
            load * square,
            // The fork multiplies the idle current by the supply twice (SenseAmp.cpp, idleCurrent and leakage). Reproduced.
            StockSenseAmplifier.IdleAmperes(process) * square);
    }

    private static double LoadFarads(Process process, double pitch)
    {
        double f = process.F;
        return (process.GateFaradsPerMetre * ((Latch + Latch) * f))
            + Gate.NmosDrainFarads(process, Latch * f, pitch)
            + Gate.PmosDrainFarads(process, Latch * f, pitch)
            + Gate.PmosDrainFarads(process, TailPmos * f, pitch)
            + Gate.NmosDrainFarads(process, TailNmos * f, pitch);
    }

    private static double LatchHeight(Process process, double pitch)
    {
        double f = process.F;
        Extent top = new Gate(1, 0, TailPmos * f).Extent(process, pitch);
        Extent pmos = new Gate(1, 0, Latch * f).Extent(process, pitch);
        Extent nmos = new Gate(1, Latch * f, 0).Extent(process, pitch);
        Extent bottom = new Gate(1, TailNmos * f, 0).Extent(process, pitch);
        // Transistors lie on their side and follow one another. The fork counts the bottom transistor twice.
        double length = top.Width + (2 * pmos.Width) + (2 * nmos.Width) + (2 * bottom.Width);
        double across = Math.Max(Math.Max(top.Height, pmos.Height), Math.Max(nmos.Height, bottom.Height));
        return length * across / pitch;
    }
}
