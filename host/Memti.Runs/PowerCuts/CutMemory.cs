using System.Globalization;
using Memti.Abstractions.Randomness;
using Memti.Arrays.Tearing;

namespace Memti.Runs.PowerCuts;

/// <summary>A non-volatile memory whose bytes firmware sees.</summary>
/// <param name="Name">Its name in the scenario.</param>
/// <param name="Index">Its index in the system.</param>
/// <param name="Address">Address of its first byte.</param>
/// <param name="Words">What a cut write leaves in it.</param>
/// <param name="Draws">Its random numbers.</param>
internal sealed record CutMemory(string Name, int Index, ulong Address, TornWords Words, Philox Draws)
{
    /// <summary>Points of one write: two of each pulse but the last, for cells together and on their own, two before the last verify,
    /// and one after it.</summary>
    public long PointsPerWrite => (4L * Words.Pulses) - 1;

    /// <summary>A point of a write by its number.</summary>
    /// <param name="number">0 to <see cref="PointsPerWrite"/> - 1.</param>
    public WritePoint PointOf(long number)
    {
        if (number == PointsPerWrite - 1)
            return new(0, WriteMoment.After, CellProgress.Together);
        return new(
            1 + (int)(number / 4),
            number % 4 < 2 ? WriteMoment.Before : WriteMoment.Between,
            number % 2 == 0 ? CellProgress.Together : CellProgress.Own);
    }

    /// <summary>A place as people read it.</summary>
    public string Describe(long offset) => string.Create(CultureInfo.InvariantCulture, $"{Name}+0x{offset:x}");
}
