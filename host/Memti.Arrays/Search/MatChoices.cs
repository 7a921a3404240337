using Memti.Arrays.Circuits;
using Memti.Arrays.Organisations;
using Memti.Arrays.Profiles;

namespace Memti.Arrays.Search;

/// <summary>All mats for a number of address and data bits, in search order, with the number of refusals by each rule.</summary>
internal sealed class MatChoices
{
    /// <summary>Most rows and most columns of sub-arrays in a mat. Source: NVSim, InputParameter.cpp.</summary>
    private const int MostSubarrays = 2;
    /// <summary>Highest degree of a multiplexer. Source: NVSim, InputParameter.cpp.</summary>
    private const int MostMux = 256;

    private readonly long[] _rejections = new long[Enum.GetValues<Rejection>().Length];

    /// <summary>Tries all divisions of a mat.</summary>
    /// <param name="factory">Builds the mats.</param>
    /// <param name="rules">The profile.</param>
    /// <param name="styles">Driver styles to try.</param>
    /// <param name="addressBits">Address bits that reach the mat.</param>
    /// <param name="dataBits">Data bits that reach the mat.</param>
    public MatChoices(MatFactory factory, ProfileRules rules, ReadOnlySpan<DriverStyle> styles, int addressBits, long dataBits)
    {
        for (byte rows = 1; rows <= MostSubarrays; rows *= 2)
        {
            for (byte columns = 1; columns <= MostSubarrays; columns *= 2)
            {
                for (byte activeColumns = 1; activeColumns <= columns; activeColumns *= 2)
                {
                    for (byte activeRows = 1; activeRows <= rows; activeRows *= 2)
                        AddDivision(
                            factory, rules, styles, addressBits, dataBits, new MatKey(default, rows, columns, activeRows, activeColumns));
                }
            }
        }
    }

    /// <summary>The mats, in search order.</summary>
    public MatTable Mats { get; } = new();

    /// <summary>Adds the refusals to a tally.</summary>
    public void AddRejectionsTo(long[] tally)
    {
        for (int reason = 0; reason < tally.Length; reason++)
            tally[reason] += _rejections[reason];
    }

    private void AddDivision(
        MatFactory factory, ProfileRules rules, ReadOnlySpan<DriverStyle> styles, int addressBits, long dataBits, MatKey division)
    {
        int address = addressBits - division.GatingBits;
        if (address <= 0 || dataBits % division.Active != 0)
        {
            _rejections[(int)(address <= 0 ? Rejection.Partitioning : Rejection.WordSplit)]++;
            return;
        }

        for (int sense = 1; sense <= MostMux; sense *= 2)
        {
            for (int output1 = 1; output1 <= MostMux; output1 *= 2)
            {
                for (int output2 = 1; output2 <= MostMux; output2 *= 2)
                    AddMuxes(factory, rules, styles, address, dataBits / division.Active, (sense, output1, output2), division);
            }
        }
    }

    private void AddMuxes(
        MatFactory factory,
        ProfileRules rules,
        ReadOnlySpan<DriverStyle> styles,
        int address,
        long selected,
        (int Sense, int Output1, int Output2) muxes,
        MatKey division)
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
            MatKey recipe = division with { Shape = new SubarrayShape(rows, columns, muxes.Sense, muxes.Output1, muxes.Output2, style) };
            if (factory.TryMake(recipe, out Mat mat, out Rejection rejection))
                Mats.Add(recipe, MatFigures.Of(mat));
            else
                _rejections[(int)rejection]++;
        }
    }
}
