using Memti.Arrays.Circuits;
using Memti.Arrays.Organisations;

namespace Memti.Arrays.Tests.Search;

/// <summary>Organisations in one line: mats / active mats, sub-arrays of a mat / active ones, degrees of the multiplexers.</summary>
internal static class OrganisationCases
{
    private static readonly char[] Separators = ['x', '/', ' ', ','];

    /// <summary>Reads a line such as <c>8x16/8x4 2x1/2x1 64,1,1</c>.</summary>
    public static Organisation Of(string line)
    {
        int[] numbers =
            [.. line.Split(Separators).Select(static number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture))];
        return new Organisation
        {
            MatRows = numbers[0],
            MatColumns = numbers[1],
            ActiveMatRows = numbers[2],
            ActiveMatColumns = numbers[3],
            SubarrayRows = numbers[4],
            SubarrayColumns = numbers[5],
            ActiveSubarrayRows = numbers[6],
            ActiveSubarrayColumns = numbers[7],
            SenseMux = numbers[8],
            OutputMux1 = numbers[9],
            OutputMux2 = numbers[10],
            Driver = DriverStyle.Latency,
        };
    }
}
