using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Memti.Arrays.Circuits;
using Memti.Arrays.Organisations;

namespace Memti.Host.Rendering;

/// <summary>Text form of an organisation, such as <c>8x16/8x4 2x1/2x1 64,1,1</c>: mats and active mats, subarrays and active subarrays,
/// multiplexers.</summary>
internal static partial class OrganisationText
{
    /// <summary>Parses an organisation. False for any other text, for numbers that are not powers of two, and for more active parts than
    /// exist.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Organisation? organisation)
    {
        organisation = null;
        Match match = Form().Match(text);
        if (!match.Success)
            return false;
        int[] number = [.. match.Groups.Values.Skip(1).Select(static group => int.Parse(group.Value, CultureInfo.InvariantCulture))];
        // At most two subarrays in a row or column of a mat, as in NVSim's mats of four.
        if (!number.All(BitOperations.IsPow2)
            || number[2] > number[0]
            || number[3] > number[1]
            || number[6] > number[4]
            || number[7] > number[5]
            || Math.Max(number[4], number[5]) > 2)
            return false;
        organisation = new Organisation
        {
            MatRows = number[0],
            MatColumns = number[1],
            ActiveMatRows = number[2],
            ActiveMatColumns = number[3],
            SubarrayRows = number[4],
            SubarrayColumns = number[5],
            ActiveSubarrayRows = number[6],
            ActiveSubarrayColumns = number[7],
            SenseMux = number[8],
            OutputMux1 = number[9],
            OutputMux2 = number[10],
            Driver = DriverStyle.Latency,
        };
        return true;
    }

    /// <summary>Formats an organisation for <see cref="TryParse"/>.</summary>
    public static string Of(Organisation organisation) => string.Create(
        CultureInfo.InvariantCulture,
        $"{organisation.MatRows}x{organisation.MatColumns}/{organisation.ActiveMatRows}x{organisation.ActiveMatColumns} "
            + $"{organisation.SubarrayRows}x{organisation.SubarrayColumns}/"
            + $"{organisation.ActiveSubarrayRows}x{organisation.ActiveSubarrayColumns} "
            + $"{organisation.SenseMux},{organisation.OutputMux1},{organisation.OutputMux2}");

    [GeneratedRegex(@"^(\d{1,4})x(\d{1,4})/(\d{1,4})x(\d{1,4}) (\d{1,4})x(\d{1,4})/(\d{1,4})x(\d{1,4}) (\d{1,4}),(\d{1,4}),(\d{1,4})$")]
    private static partial Regex Form();
}
