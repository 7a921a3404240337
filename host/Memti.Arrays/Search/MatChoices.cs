using System.Numerics;

namespace Memti.Arrays;

/// <summary>All mats that answer a number of address and data bits, in the order of the search, and how many were refused for each reason.</summary>
internal sealed class MatChoices
{
    private const int MostSubarrays = 2;
    private const int MostMux = 256;

    private readonly List<Mat> _mats = [];
    private readonly long[] _rejections = new long[Enum.GetValues<Rejection>().Length];

    /// <summary>Tries every division of a mat.</summary>
    /// <param name="factory">Makes the mats.</param>
    /// <param name="rules">The profile.</param>
    /// <param name="styles">Driver styles to try.</param>
    /// <param name="addressBits">Address bits that reach the mat.</param>
    /// <param name="dataBits">Data bits that reach the mat.</param>
    public MatChoices(MatFactory factory, ProfileRules rules, ReadOnlySpan<DriverStyle> styles, int addressBits, long dataBits)
    {
        for (int rows = 1; rows <= MostSubarrays; rows *= 2)
        {
            for (int columns = 1; columns <= MostSubarrays; columns *= 2)
            {
                for (int activeColumns = 1; activeColumns <= columns; activeColumns *= 2)
                {
                    for (int activeRows = 1; activeRows <= rows; activeRows *= 2)
                        AddDivision(factory, rules, styles, addressBits, dataBits, (rows, columns), (activeRows, activeColumns));
                }
            }
        }
    }

    /// <summary>The mats, in the order of the search.</summary>
    public IReadOnlyList<Mat> Mats => _mats;

    /// <summary>Adds what was refused to a tally.</summary>
    public void AddRejectionsTo(long[] tally)
    {
        for (int reason = 0; reason < tally.Length; reason++)
            tally[reason] += _rejections[reason];
    }

    private void AddDivision(
        MatFactory factory, ProfileRules rules, ReadOnlySpan<DriverStyle> styles, int addressBits, long dataBits, (int Rows, int Columns) subarrays, (int Rows, int Columns) active)
    {
        int gating = BitOperations.Log2((uint)(subarrays.Rows * subarrays.Columns / active.Rows / active.Columns));
        int address = addressBits - gating;
        int busy = active.Rows * active.Columns;
        if (address <= 0 || dataBits % busy != 0)
        {
            _rejections[(int)(address <= 0 ? Rejection.Partitioning : Rejection.WordSplit)]++;
            return;
        }

        for (int sense = 1; sense <= MostMux; sense *= 2)
        {
            for (int output1 = 1; output1 <= MostMux; output1 *= 2)
            {
                for (int output2 = 1; output2 <= MostMux; output2 *= 2)
                    AddMuxes(factory, rules, styles, address, dataBits / busy, (sense, output1, output2), subarrays, active);
            }
        }
    }

    private void AddMuxes(
        MatFactory factory, ProfileRules rules, ReadOnlySpan<DriverStyle> styles, int address, long selected, (int Sense, int Output1, int Output2) muxes,
        (int Rows, int Columns) subarrays, (int Rows, int Columns) active)
    {
        long product = (long)muxes.Sense * muxes.Output1 * muxes.Output2;
        long rows = (1L << address) / product;
        long columns = selected * product;
        if (rows == 0 || columns % rules.ColumnMultiple != 0)
        {
            _rejections[(int)(rows == 0 ? Rejection.Partitioning : Rejection.ColumnMultiple)]++;
            return;
        }

        foreach (DriverStyle style in styles)
        {
            SubarrayShape shape = new(rows, columns, muxes.Sense, muxes.Output1, muxes.Output2, style);
            if (factory.Make(shape, subarrays, active, out Rejection rejection) is { } mat)
                _mats.Add(mat);
            else
                _rejections[(int)rejection]++;
        }
    }
}
