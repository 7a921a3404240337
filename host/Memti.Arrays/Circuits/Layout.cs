namespace Memti.Arrays.Circuits;

/// <summary>
/// Design rules of the standard-cell layout in which all blocks are drawn; lengths in F. Source: NVSim, constant.h, which takes them from
/// CACTI.
/// </summary>
internal static class Layout
{
    /// <summary>Narrowest NMOS.</summary>
    public const double NarrowestNmos = 1.5;

    /// <summary>Widest NMOS.</summary>
    public const double WidestNmos = 100;

    /// <summary>Gap between P and N diffusion.</summary>
    public const double PToNGap = 2;

    /// <summary>Gap between diffusions of one type.</summary>
    public const double SameTypeGap = 1.5;

    /// <summary>Gap between two gates.</summary>
    public const double PolyGap = 1.5;

    /// <summary>A contact with its gaps to the adjacent gates: 1 F and twice 0.75 F.</summary>
    public const double ContactWithGaps = 2.5;

    /// <summary>Height of the region that folding a transistor costs. Source: NVSim, formula.cpp.</summary>
    public const double FoldingOverhead = 3;

    /// <summary>Width of a power rail.</summary>
    public const double PowerRail = 2;

    /// <summary>Height of the transistor region for area. Source: NVSim, which passes 40 F to CalculateGateArea.</summary>
    public const double AreaRegion = 40;

    /// <summary>Height of the transistor region for capacitance. Source: NVSim, constant.h, MAX_TRANSISTOR_HEIGHT.</summary>
    public const double LoadRegion = 20;

    /// <summary>Length that each stitch adds to a word line. Source: NVSim, constant.h, STITCHING_OVERHEAD.</summary>
    public const double Stitch = 7.5;
}
