using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>Parses lists of layers: <c>7-53,55</c>, or <c>none</c>.</summary>
internal static class NumberSet
{
    /// <summary>Highest layer number: a limit on the memory of a set.</summary>
    private const int Most = 100_000;
    private const string Form = "none, or numbers and ranges from 1 such as 7-53,55";

    /// <summary>Parses a list of layer numbers from 1.</summary>
    /// <exception cref="MemtiException">
    /// <see cref="Memti.Abstractions.Diagnostics.DiagnosticCode.ValueOutOfRange"/>: another form.
    /// </exception>
    public static IReadOnlySet<int> Parse(string key, string text)
    {
        var numbers = new HashSet<int>();
        if (text == "none")
            return numbers;
        foreach (string part in text.Split(','))
        {
            string[] ends = part.Split('-');
            if (ends.Length > 2 || !TryRead(ends[0], out int first) || !TryRead(ends[^1], out int last) || last < first)
                throw NvdlaLimits.Refuse(key, text, Form);
            numbers.UnionWith(Enumerable.Range(first, last - first + 1));
        }

        return numbers;
    }

    private static bool TryRead(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is >= 1 and <= Most;
}
