using Memti.Arrays.Technology;

namespace Memti.Arrays.Circuits;

/// <summary>A row of equal n-to-1 multiplexers of NMOS pass gates; nothing at all for n = 1.</summary>
internal readonly record struct PassMultiplexer
{
    private const double SmallestWidth = 6 * Layout.NarrowestNmos;

    /// <summary>Multiplexers in front of a load.</summary>
    /// <param name="process">The transistors.</param>
    /// <param name="inputs">Inputs of each, a power of two.</param>
    /// <param name="count">Multiplexers side by side.</param>
    /// <param name="gateMetres">Width of a pass gate in m.</param>
    /// <param name="loadFarads">What the output drives, as delay sees it, in F.</param>
    /// <param name="chargedFarads">What the output drives, as energy sees it, in F.</param>
    public PassMultiplexer(Process process, int inputs, long count, double gateMetres, double loadFarads, double chargedFarads)
    {
        if (inputs <= 1)
            return;
        Height = new Gate(1, gateMetres, 0).Extent(process, process.F * Layout.AreaRegion).Height;
        Drain = Gate.NmosDrainFarads(process, gateMetres, process.F * Layout.AreaRegion);
        double output = inputs * Drain;
        SeenFarads = output + Drain + loadFarads;
        Ohms = OnResistance.Nmos(process, gateMetres);
        Delay = 2.3 * (Ohms * (output + loadFarads));
        Energy = (output + chargedFarads) * process.Supply * (process.Supply - process.Threshold) * count;
    }

    /// <summary>Height in m.</summary>
    public double Height { get; }

    /// <summary>Drain capacitance of one pass gate in F; what the block before it charges.</summary>
    public double Drain { get; }

    /// <summary>Capacitance that delays the block before it, in F.</summary>
    public double SeenFarads { get; }

    /// <summary>Resistance of one pass gate in ohm.</summary>
    public double Ohms { get; }

    /// <summary>Delay in s.</summary>
    public double Delay { get; }

    /// <summary>Energy of all multiplexers in J per access.</summary>
    public double Energy { get; }

    /// <summary>Width of a pass gate in m: wide enough for the current, and for resistive cells so wide that it drops little of the read voltage.</summary>
    /// <param name="process">The transistors.</param>
    /// <param name="leastAmperes">Current it has to carry in A.</param>
    /// <param name="mostOhms">Resistance it may have in ohm; null for cells that do not divide a voltage with it.</param>
    public static double GateMetres(Process process, double leastAmperes, double? mostOhms)
    {
        double least = Math.Max(leastAmperes / process.OnNmos, SmallestWidth * process.F);
        if (mostOhms is not { } ohms)
            return least;
        double wide = OnResistance.Nmos(process, process.F) * process.F / ohms;
        return Math.Max(Math.Min(wide, Layout.WidestNmos * process.F), least);
    }
}
