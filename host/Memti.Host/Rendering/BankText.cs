using System.Globalization;
using Memti.Runs.Arrays;

namespace Memti.Host.Rendering;

/// <summary>Short text about the banks of a memory.</summary>
internal static class BankText
{
    /// <summary>Number and cells of each size of bank: <c>1x16777216+1x1048576</c>.</summary>
    public static string Of(SolvedArray array) => string.Join('+', array.Banks
        .GroupBy(static bank => bank.Cells)
        .Select(static size => string.Create(CultureInfo.InvariantCulture, $"{size.Count()}x{size.Key}")));
}
