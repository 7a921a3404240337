using System.Data;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Memti.EndToEnd.Tests.ByHand;

/// <summary>
/// One calculation of docs/models/by-hand.md: lines of <c>name = arithmetic</c>, and last the figure that they lead to. The arithmetic is
/// done by the platform's table expressions, so that nothing of the product takes part in it.
/// </summary>
internal sealed partial record HandCalculation(string Title, IReadOnlyList<(string Name, string Arithmetic)> Lines)
{
    /// <summary>The figure, such as <c>all-dram.max_fps</c>.</summary>
    public string Figure => Lines[^1].Name;

    /// <summary>The calculations of a page, in order.</summary>
    public static IReadOnlyList<HandCalculation> Of(string page) => [.. Blocks().Matches(page).Select(static block => new HandCalculation(
        block.Groups["title"].Value,
        [.. block.Groups["lines"].Value
            .Split('\n')
            .Select(static line => line.Split('#')[0])
            .Where(static line => line.Contains('='))
            .Select(static line => Sides(line.Split('=')))]))];

    /// <summary>The figure as the calculation has it.</summary>
    /// <param name="report">What <c>memti run --format json</c> printed; only what stands in braces is read from it.</param>
    public double Result(JsonElement report)
    {
        Dictionary<string, double> known = [];
        foreach ((string name, string arithmetic) in Lines)
            known[name] = Evaluate(arithmetic, known, report);
        return known[Figure];
    }

    /// <summary>A number of the report: a design, then properties, or elements by their name; energies by their cause.</summary>
    public static double Reported(JsonElement report, string path)
    {
        JsonElement at = report.GetProperty("designs");
        foreach (string step in path.Split('.'))
        {
            if (path.Contains($".energy.{step}", StringComparison.Ordinal) && at.ValueKind == JsonValueKind.Array)
                return OfCause(at, step);
            at = at.ValueKind == JsonValueKind.Array
                ? at.EnumerateArray().First(element => element.EnumerateObject().First().Value.ValueEquals(step))
                : at.GetProperty(step);
        }

        return at.GetDouble();
    }

    /// <summary>Energy per frame of a cause, over all components and tasks.</summary>
    private static double OfCause(JsonElement energy, string cause) => energy.EnumerateArray()
        .Where(post => post.GetProperty("cause").ValueEquals(cause))
        .Sum(static post => post.GetProperty("millijoules_per_frame").GetDouble());

    private static (string Name, string Arithmetic) Sides(string[] sides) => (sides[0].Trim(), sides[1].Trim());

    private static double Evaluate(string arithmetic, Dictionary<string, double> known, JsonElement report)
    {
        string read = References().Replace(arithmetic, match => Written(Reported(report, match.Groups["path"].Value)));
        string given = Names().Replace(read, match => Written(known[match.Value]));
        string numbers = Numbers().Replace(given, static match => Written(double.Parse(match.Value, CultureInfo.InvariantCulture)));
        using var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        return Convert.ToDouble(table.Compute(numbers, null), CultureInfo.InvariantCulture);
    }

    /// <summary>Always with an exponent: the platform then takes it as a double.</summary>
    private static string Written(double value) => value.ToString("E16", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^## (?<title>[^\n]+)\n(?:(?!^## |^```).*\n)*```by-hand\n(?<lines>[^`]*)```", RegexOptions.Multiline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"\{(?<path>[^}]+)\}")]
    private static partial Regex References();

    [GeneratedRegex(@"(?<![0-9.A-Za-z_])[a-z_][a-z_0-9]*")]
    private static partial Regex Names();

    [GeneratedRegex(@"(?<![A-Za-z_0-9.])[0-9][0-9.]*(?:[eE][+-]?[0-9]+)?")]
    private static partial Regex Numbers();
}
