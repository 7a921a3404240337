namespace Memti.Charts.Drawing;

/// <summary>Pattern of a filled area, in white over its colour.</summary>
internal enum FillPattern
{
    Solid,
    Rising,
    Dots,
    Falling,
    Horizontal,
    Grid,
    Vertical,
    Lattice,
}
