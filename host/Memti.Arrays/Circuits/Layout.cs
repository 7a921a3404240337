namespace Memti.Arrays.Circuits;

/// <summary>Design rules of the standard-cell style layout that all blocks are drawn in; lengths in F. Source: CACTI 6.5, as in NVSim.</summary>
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

    /// <summary>A contact with the gaps to the gates beside it.</summary>
    public const double ContactWithGaps = 2.5;

    /// <summary>Width lost by folding a transistor.</summary>
    public const double FoldingOverhead = 3;

    /// <summary>Width of a power rail.</summary>
    public const double PowerRail = 2;

    /// <summary>Height of the transistor region where area is counted.</summary>
    public const double AreaRegion = 40;

    /// <summary>Height of the transistor region where capacitance is counted.</summary>
    public const double LoadRegion = 20;

    /// <summary>Added length of a word line at each stitch.</summary>
    public const double Stitch = 7.5;
}
