using System.Numerics;
using Memti.Abstractions.Units;
using Memti.Documents.Numbers;

namespace Memti.Scenarios.Workloads;

/// <summary>Frame rates as files write them: decimal numbers, read as fractions in lowest terms.</summary>
public static class FrameRateText
{
    /// <summary>What a file may say.</summary>
    public const string Permitted = "0.001 to 100000, with at most 9 decimals";

    internal static readonly ValueRange Range = new(0.001, 100_000);
    private static readonly BigInteger FinestStep = BigInteger.Pow(10, 9);

    /// <summary>30 frames per second.</summary>
    public static FrameRate Default => new(30, 1);

    /// <summary>Reads a decimal number such as <c>29.97</c>; false when it is none, or outside <see cref="Permitted"/>.</summary>
    public static bool TryParse(string text, out FrameRate rate)
    {
        ArgumentNullException.ThrowIfNull(text);
        rate = default;
        return DecimalNumber.TryParse(text, out DecimalNumber number) && TryFrom(number, out rate);
    }

    internal static bool TryFrom(DecimalNumber number, out FrameRate rate)
    {
        rate = default;
        (BigInteger frames, BigInteger seconds) = number.ToFraction();
        if (!Range.Holds(number.ToDouble()) || seconds > FinestStep)
            return false;
        rate = new FrameRate((long)frames, (long)seconds);
        return true;
    }
}
