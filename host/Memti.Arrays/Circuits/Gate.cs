using Memti.Arrays.Technology;

namespace Memti.Arrays.Circuits;

/// <summary>
/// An inverter, a NAND gate or, with one width zero, a single transistor. Transistors that are wider than their region are folded.
/// </summary>
/// <remarks>
/// Layout, capacitance and leakage: NVSim, formula.cpp (CalculateGateArea, CalculateGateCapacitance, CalculateGateLeakage).
/// </remarks>
/// <param name="Inputs">1 for an inverter, 2 or 3 for a NAND.</param>
/// <param name="Nmos">Width of each NMOS in m.</param>
/// <param name="Pmos">Width of each PMOS in m.</param>
internal readonly record struct Gate(int Inputs, double Nmos, double Pmos)
{
    /// <summary>
    /// Leakage of a 2-input NAND over that of its PMOS, averaged over input states. NVSim, constant.h, AVG_RATIO_LEAK_2INPUT_NAND.
    /// </summary>
    private const double Nand2Leakage = 0.48;
    /// <summary>
    /// Leakage of a 3-input NAND over that of its PMOS, averaged over input states. NVSim, constant.h, AVG_RATIO_LEAK_3INPUT_NAND.
    /// </summary>
    private const double Nand3Leakage = 0.31;

    /// <summary>The smallest inverter of a process.</summary>
    public static Gate SmallestInverter(Process process)
    {
        double nmos = Layout.NarrowestNmos * process.F;
        return new Gate(1, nmos, nmos * process.PToN);
    }

    /// <summary>The smallest NAND whose NMOS stack drives as strongly as the NMOS of the smallest inverter.</summary>
    public static Gate SmallestNand(Process process, int inputs) =>
        new(inputs, inputs * Layout.NarrowestNmos * process.F, process.PToN * Layout.NarrowestNmos * process.F);

    /// <summary>Logical effort: input load of the gate over that of an inverter of equal drive.</summary>
    public double LogicalEffort(Process process) => Inputs == 1 ? 1 : (Inputs + process.PToN) / (1 + process.PToN);

    /// <summary>Capacitance of one input in F.</summary>
    public double InputFarads(Process process) => (process.GateFaradsPerMetre * Nmos) + (process.GateFaradsPerMetre * Pmos);

    /// <summary>Resistance of the pull-down path in ohm.</summary>
    public double PullDownOhms(Process process) => OnResistance.Nmos(process, Nmos) * Inputs;

    /// <summary>
    /// 1 / (resistance x transconductance) of the pull-down path: the factor beta by which <see cref="Edge.Delay"/> weighs a slow input
    /// edge.
    /// </summary>
    public double PullDownSlope(Process process) => 1 / (PullDownOhms(process) * process.NmosSiemensPerMetre * Nmos);

    /// <summary>Leakage current in A; for a NAND the mean over its input states.</summary>
    public double LeakageAmperes(Process process) => Inputs switch
    {
        // Of an inverter one transistor is always off; the reference takes the leakier one for both states.
        1 => Math.Max(Nmos * process.OffNmos, Pmos * process.OffPmos),
        2 => Nand2Leakage * Pmos * process.OffPmos * 2,
        _ => Nand3Leakage * Pmos * process.OffPmos * Inputs,
    };

    /// <summary>Height and width of the layout.</summary>
    /// <param name="process">The transistors.</param>
    /// <param name="regionMetres">Height of the transistor region in m.</param>
    public Extent Extent(Process process, double regionMetres)
    {
        double f = process.F;
        (double highestN, double highestP) = Share(f, regionMetres);
        Fold n = Fold.Of(Nmos, highestN, f);
        Fold p = Fold.Of(Pmos, highestP, f);
        double ends = 2 * f * Layout.ContactWithGaps;
        double widthN = ends + (n.GateMetres(f) * Inputs) + ((Inputs - 1) * f * Layout.PolyGap);
        double widthP = ends + (p.GateMetres(f) * Inputs) + ((Inputs - 1) * f * Layout.ContactWithGaps);
        double height = n.Height + p.Height;
        if (Nmos > 0 && Pmos > 0)
            height += (f * Layout.PToNGap) + (2 * f * Layout.PowerRail);
        return new Extent(height, Math.Max(widthN, widthP));
    }

    /// <summary>Capacitances of input and output drain.</summary>
    /// <param name="process">The transistors.</param>
    /// <param name="regionMetres">Height of the transistor region in m.</param>
    public GateLoad Load(Process process, double regionMetres)
    {
        double f = process.F;
        (double highestN, double highestP) = Share(f, regionMetres);
        Fold n = Fold.Of(Nmos, highestN, f);
        Fold p = Fold.Of(Pmos, highestP, f);
        // The NMOS of a NAND stand in series and share diffusions; its PMOS stand side by side, so each adds a whole drain.
        double drainN = Nmos > 0 ? (f * Layout.ContactWithGaps) + (n.FoldMetres(f) * Inputs) + ((Inputs - 1) * f * Layout.PolyGap) : 0;
        double drainP = Pmos > 0 ? ((f * Layout.ContactWithGaps) + p.FoldMetres(f)) * Inputs : 0;
        return new GateLoad(InputFarads(process), DrainFarads(process, n, drainN) + DrainFarads(process, p, drainP));
    }

    /// <summary>Capacitance of the drain of a single NMOS in F.</summary>
    public static double NmosDrainFarads(Process process, double width, double regionMetres) =>
        new Gate(1, width, 0).Load(process, regionMetres).Output;

    /// <summary>Capacitance of the drain of a single PMOS in F.</summary>
    public static double PmosDrainFarads(Process process, double width, double regionMetres) =>
        new Gate(1, 0, width).Load(process, regionMetres).Output;

    private static double DrainFarads(Process process, Fold fold, double drainMetres)
    {
        // An even number of fingers encloses the drain between gates. An odd number leaves one edge, which adds its sidewall.
        double open = fold.Fingers % 2 == 0 ? 0 : fold.Height;
        return (drainMetres * fold.Height * process.JunctionFaradsPerSquareMetre)
            + (((2 * drainMetres) + open) * process.SidewallFaradsPerMetre)
            + (fold.Fingers * fold.Height * process.GateEdgeFaradsPerMetre);
    }

    /// <summary>Heights in m that NMOS and PMOS may take of the region, in proportion to their widths.</summary>
    private (double Nmos, double Pmos) Share(double f, double regionMetres)
    {
        double ratio = Pmos / (Pmos + Nmos);
        if (ratio == 0)
            return (regionMetres, 0);
        if (ratio == 1)
            return (0, regionMetres);
        double pmos = ratio * (regionMetres - (Layout.PToNGap * f));
        // Not simplified: the order of operations is NVSim's, and an exact tie decides whether a transistor is folded.
        return (pmos / ratio * (1 - ratio), pmos);
    }
}
