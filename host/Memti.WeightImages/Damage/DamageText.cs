using System.Globalization;

namespace Memti.WeightImages.Damage;

/// <summary>Texts about damage.</summary>
internal static class DamageText
{
    /// <summary>Text about a flipped bit: its place, the present byte and the original one.</summary>
    public static string OneBit(ReadOnlySpan<byte> file, long place, int bit)
    {
        byte now = file[(int)place];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"one bit was flipped, bit {bit} of byte {place} (0x{place:X}): it holds 0x{now:X2} and held 0x{now ^ (1 << bit):X2}");
    }

    /// <summary>An offset as the value of a finding.</summary>
    public static string Place(long place) => place.ToString(CultureInfo.InvariantCulture);
}
