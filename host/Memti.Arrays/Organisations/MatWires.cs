using Memti.Arrays.Circuits;
using Memti.Arrays.Technology;

namespace Memti.Arrays.Organisations;

/// <summary>
/// The global wires between the edge of a bank and its mats. Lengths are whole multiples of a mat's sides, so delay and energy are sums over
/// squares and lengths of those sides.
/// </summary>
internal readonly record struct MatWires
{
    /// <summary>Address bits that reach a mat.</summary>
    public required int AddressBits { get; init; }

    /// <summary>Cells of a word that lie in a mat.</summary>
    public required long DataBits { get; init; }

    /// <summary>Sum over the horizontal wires that an access moves, in mat widths.</summary>
    public double HorizontalBitLengths { get; init; }

    /// <summary>Sum over the vertical wires that an access moves, in mat heights.</summary>
    public required double VerticalBitLengths { get; init; }

    /// <summary>Sum of the squared lengths of one path, in squared mat widths.</summary>
    public double HorizontalSquares { get; init; }

    /// <summary>Sum of the squared lengths of one path, in squared mat heights.</summary>
    public required double VerticalSquares { get; init; }

    /// <summary>Ways along the wires that a read counts: there and back, or there alone.</summary>
    public required int ReadWays { get; init; }

    /// <summary>Delay of one way in s.</summary>
    public double Delay(in Wire wire, Extent mat) =>
        wire.Delay(1) * ((HorizontalSquares * mat.Width * mat.Width) + (VerticalSquares * mat.Height * mat.Height));

    /// <summary>Energy of one access in J, with full swing.</summary>
    public double Energy(in Wire wire, double supply, Extent mat) =>
        wire.FaradsPerMetre * supply * supply * ((HorizontalBitLengths * mat.Width) + (VerticalBitLengths * mat.Height));
}
