using System.Globalization;

namespace Memti.WeightImages.Damage;

/// <summary>Damage in words.</summary>
internal static class DamageText
{
    /// <summary>A flipped bit: where it is, what is there and what was there.</summary>
    public static string OneBit(ReadOnlySpan<byte> file, long place, int bit)
    {
        byte now = file[(int)place];
        return string.Create(CultureInfo.InvariantCulture, $"one bit was flipped, bit {bit} of byte {place} (0x{place:X}): it holds 0x{now:X2} and held 0x{now ^ (1 << bit):X2}");
    }

    /// <summary>A finding's value for a place.</summary>
    public static string Place(long place) => place.ToString(CultureInfo.InvariantCulture);
}
