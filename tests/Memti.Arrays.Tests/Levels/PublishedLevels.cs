using Memti.Abstractions.Cells;
using Memti.Abstractions.Parameters;

namespace Memti.Arrays.Tests.Levels;

/// <summary>Level statistics of RRAM as printed in lpentecost/NVMExplorer, nvmexplorer_src/nvmFI.</summary>
internal static class PublishedLevels
{
    public static LevelTable OneBit { get; } = Rram(1, [0, 1], [0.00864567, 0.00339958]);

    public static LevelTable TwoBits { get; } = Rram(2, [0, 0.38464387, 0.72165694, 1], [0.00864567, 0.03351085, 0.02741654, 0.00339958]);

    public static LevelTable ThreeBits { get; } = Rram(
        3,
        [0, 0.07826194, 0.20381963, 0.38464387, 0.54212002, 0.72165694, 0.88611635, 1],
        [0.00864567, 0.01345795, 0.030416, 0.03351085, 0.02482939, 0.02741654, 0.03719118, 0.00339958]);

    public static IReadOnlyList<LevelTable> All { get; } = [OneBit, TwoBits, ThreeBits];

    public static LevelTable Rram(int bits, double[] means, double[] sigmas) =>
        new(bits, means, sigmas, NumberStatus.Published, "lpentecost/NVMExplorer, nvmexplorer_src/nvmFI");
}
