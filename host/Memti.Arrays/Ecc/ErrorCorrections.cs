using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Codes;
using Memti.Arrays.Levels;

namespace Memti.Arrays.Ecc;

/// <summary>Creates codes from requests.</summary>
public static class ErrorCorrections
{
    /// <summary>Creates the code of a request.</summary>
    /// <param name="correction">The request.</param>
    /// <param name="valueBits">Bits of a value; a word holds a whole number of values.</param>
    /// <exception cref="MemtiException">
    /// <see cref="ArrayCodes.BadErrorCorrection"/>: a parameter is out of range, or words do not hold whole values.
    /// </exception>
    public static IErrorCorrection Of(CorrectionRequest correction, int valueBits)
    {
        ArgumentNullException.ThrowIfNull(correction);
        if (correction.DataBits < 1 || correction.DataBits % valueBits != 0)
            throw new MemtiException(
                LevelFinding.Of(
                    ArrayCodes.BadErrorCorrection,
                    "ecc.data_bits",
                    correction.DataBits,
                    FormattableString.Invariant($"a multiple of {valueBits}, the bits of a value")));
        return correction.Code == CorrectionCode.Secded
            ? new Secded(correction.DataBits)
            : new Bch(correction.DataBits, correction.CorrectableBits);
    }
}
