using Memti.Arrays.Technology;

namespace Memti.Arrays.Circuits;

/// <summary>A row of equal n-to-1 multiplexers of NMOS pass gates; empty for n = 1. Source: NVSim, Mux.cpp.</summary>
internal readonly record struct PassMultiplexer
{
    /// <summary>Narrowest pass gate in F: six times the narrowest NMOS. Source: NVSim, Mux.cpp.</summary>
    private const double SmallestWidth = 6 * Layout.NarrowestNmos;

    /// <summary>Sizes multiplexers in front of a load.</summary>
    /// <param name="process">The transistors.</param>
    /// <param name="inputs">Inputs of each multiplexer, a power of two.</param>
    /// <param name="count">Number of multiplexers.</param>
    /// <param name="gateMetres">Width of a pass gate in m.</param>
    /// <param name="loadFarads">Load of the output in F that enters the delay.</param>
    /// <param name="chargedFarads">Load of the output in F that enters the energy.</param>
    public PassMultiplexer(Process process, int inputs, long count, double gateMetres, double loadFarads, double chargedFarads)
    {
        if (inputs <= 1)
            return;
        Height = new Gate(1, gateMetres, 0).Extent(process, process.F * Layout.AreaRegion).Height;
        Drain = Gate.NmosDrainFarads(process, gateMetres, process.F * Layout.AreaRegion);
        double output = inputs * Drain;
        SeenFarads = output + Drain + loadFarads;
        Ohms = OnResistance.Nmos(process, gateMetres);
        // 2.3 RC is ln(10) RC: the time to 90 % of the swing, as in NVSim.
        Delay = 2.3 * (Ohms * (output + loadFarads));
        // An NMOS pass gate passes V - V_th at most: the charge is C (V - V_th), drawn at V.
        Energy = (output + chargedFarads) * process.Supply * (process.Supply - process.Threshold) * count;
    }

    /// <summary>Height in m.</summary>
    public double Height { get; }

    /// <summary>Drain capacitance of one pass gate in F, which the preceding block charges.</summary>
    public double Drain { get; }

    /// <summary>Capacitance in F that delays the preceding block.</summary>
    public double SeenFarads { get; }

    /// <summary>Resistance of one pass gate in ohm.</summary>
    public double Ohms { get; }

    /// <summary>Delay in s.</summary>
    public double Delay { get; }

    /// <summary>Energy of all multiplexers in J per access.</summary>
    public double Energy { get; }

    /// <summary>
    /// Width of a pass gate in m. It carries the current and, for resistive cells, drops only a small share of the read voltage.
    /// </summary>
    /// <param name="process">The transistors.</param>
    /// <param name="leastAmperes">Current to carry in A.</param>
    /// <param name="mostOhms">Largest resistance in ohm; null for cells that do not form a voltage divider with the gate.</param>
    public static double GateMetres(Process process, double leastAmperes, double? mostOhms)
    {
        double least = Math.Max(leastAmperes / process.OnNmos, SmallestWidth * process.F);
        if (mostOhms is not { } ohms)
            return least;
        double wide = OnResistance.Nmos(process, process.F) * process.F / ohms;
        // The cap on the divider's width yields to the current: a gate that cannot carry the write current would be useless.
        return Math.Max(Math.Min(wide, Layout.WidestNmos * process.F), least);
    }
}
