namespace Memti.Arrays.Circuits;

/// <summary>A transistor, cut into fingers where it is wider than its region is high. Source: NVSim, formula.cpp.</summary>
/// <param name="Fingers">Number of parallel gates; 0 without a transistor.</param>
/// <param name="Height">Height of the diffusion in m.</param>
internal readonly record struct Fold(int Fingers, double Height)
{
    /// <summary>Folds a transistor.</summary>
    /// <param name="width">Gate width in m; zero or less means no transistor.</param>
    /// <param name="highest">Available height in m.</param>
    /// <param name="f">Feature size in m.</param>
    public static Fold Of(double width, double highest, double f)
    {
        if (width <= 0)
            return default;
        return width < highest
            ? new Fold(1, width)
            : new Fold((int)Math.Ceiling(width / (highest - (Layout.FoldingOverhead * f))), highest);
    }

    /// <summary>Width of the gates with the gaps between them, in m.</summary>
    public double GateMetres(double f) => Fingers == 0 ? 0 : (Fingers * f) + ((Fingers - 1) * f * Layout.PolyGap);

    /// <summary>Width that folding adds to the drain, in m.</summary>
    public double FoldMetres(double f) => Fingers == 0 ? 0 : (Fingers - 1) * f * Layout.PolyGap;
}
