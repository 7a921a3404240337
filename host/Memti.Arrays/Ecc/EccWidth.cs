using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Codes;
using Memti.Arrays.Levels;

namespace Memti.Arrays.Ecc;

/// <summary>Checks the lengths of words passed to codes.</summary>
internal static class EccWidth
{
    public static int Bytes(int bits) => (bits + 7) / 8;

    public static void Require(IErrorCorrection code, int dataBytes, int checkBytes)
    {
        if (dataBytes != Bytes(code.DataBits) || checkBytes != Bytes(code.CheckBits))
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{code.Name} takes {Bytes(code.DataBits)} bytes of data and {Bytes(code.CheckBits)} of check bits, not "
                        + $"{dataBytes} and {checkBytes}."));
    }

    public static int InRange(string key, int value, int least, int most) => value >= least && value <= most
        ? value
        : throw new MemtiException(
            LevelFinding.Of(ArrayCodes.BadErrorCorrection, key, value, FormattableString.Invariant($"{least} to {most}")));
}
