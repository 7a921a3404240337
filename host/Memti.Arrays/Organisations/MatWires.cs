using Memti.Arrays.Circuits;
using Memti.Arrays.Technology;

namespace Memti.Arrays.Organisations;

/// <summary>
/// Global wires between the edge of a bank and its mats. Their lengths are whole multiples of a mat's sides, so delay and energy reduce to
/// sums of squared and plain lengths, whatever the mat.
/// </summary>
internal readonly record struct MatWires
{
    /// <summary>Address bits that reach a mat.</summary>
    public required int AddressBits { get; init; }

    /// <summary>Cells of a word in each mat.</summary>
    public required long DataBits { get; init; }

    /// <summary>Total length of the horizontal wires that an access switches, in mat widths.</summary>
    public double HorizontalBitLengths { get; init; }

    /// <summary>Total length of the vertical wires that an access switches, in mat heights.</summary>
    public required double VerticalBitLengths { get; init; }

    /// <summary>Sum of the squared lengths of one path, in squared mat widths.</summary>
    public double HorizontalSquares { get; init; }

    /// <summary>Sum of the squared lengths of one path, in squared mat heights.</summary>
    public required double VerticalSquares { get; init; }

    /// <summary>Number of passes along the wires that a read counts: 2 for there and back, 1 for one way.</summary>
    public required int ReadWays { get; init; }

    /// <summary>Delay of one way in s.</summary>
    public double Delay(in Wire wire, Extent mat) =>
        // Each level drives its own wire and delay goes with the square of its length, so the path is a sum of squares.
        wire.Delay(1) * ((HorizontalSquares * mat.Width * mat.Width) + (VerticalSquares * mat.Height * mat.Height));

    /// <summary>Energy of one access in J, with full swing.</summary>
    public double Energy(in Wire wire, double supply, Extent mat) =>
        wire.FaradsPerMetre * supply * supply * ((HorizontalBitLengths * mat.Width) + (VerticalBitLengths * mat.Height));
}
