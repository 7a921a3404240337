using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Memti.Arrays.Circuits;
using Memti.Arrays.Organisations;

namespace Memti.Host.Rendering;

/// <summary>An organisation in one line: <c>8x16/8x4 2x1/2x1 64,1,1</c>, mats and active mats, sub-arrays and active ones, multiplexers.</summary>
internal static partial class OrganisationText
{
    /// <summary>Reads an organisation; false for any other text, or numbers that are no powers of two or more active than there are.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Organisation? organisation)
    {
        organisation = null;
        Match match = Form().Match(text);
        if (!match.Success)
            return false;
        int[] number = [.. match.Groups.Values.Skip(1).Select(static group => int.Parse(group.Value, CultureInfo.InvariantCulture))];
        if (!number.All(BitOperations.IsPow2) || number[2] > number[0] || number[3] > number[1] || number[6] > number[4] || number[7] > number[5] || Math.Max(number[4], number[5]) > 2)
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

    /// <summary>Writes what <see cref="TryParse"/> reads.</summary>
    public static string Of(Organisation organisation) => string.Create(
        CultureInfo.InvariantCulture,
        $"{organisation.MatRows}x{organisation.MatColumns}/{organisation.ActiveMatRows}x{organisation.ActiveMatColumns} {organisation.SubarrayRows}x{organisation.SubarrayColumns}/{organisation.ActiveSubarrayRows}x{organisation.ActiveSubarrayColumns} {organisation.SenseMux},{organisation.OutputMux1},{organisation.OutputMux2}");

    [GeneratedRegex(@"^(\d{1,4})x(\d{1,4})/(\d{1,4})x(\d{1,4}) (\d{1,4})x(\d{1,4})/(\d{1,4})x(\d{1,4}) (\d{1,4}),(\d{1,4}),(\d{1,4})$")]
    private static partial Regex Form();
}
