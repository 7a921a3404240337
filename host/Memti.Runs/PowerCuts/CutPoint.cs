using System.Globalization;
using System.Text.RegularExpressions;
using Memti.Arrays.Tearing;

namespace Memti.Runs.PowerCuts;

/// <summary>A moment at which power is cut: a point of a write, or the beginning or end of an activity.</summary>
/// <param name="Write">Number of the write to non-volatile memory, from 1; 0 for an activity.</param>
/// <param name="Point">The point of that write.</param>
/// <param name="Boundary">Number of the boundary of activities, from 1; 0 for a write.</param>
public readonly partial record struct CutPoint(long Write, WritePoint Point, long Boundary)
{
    /// <summary>The text form: <c>17:3:before:together</c>, <c>17:after</c> or <c>activity:5</c>.</summary>
    public const string Form = "WRITE:PULSE:before|between:together|own, WRITE:after or activity:NUMBER";

    /// <summary>Reads the text form.</summary>
    /// <returns>Null for another text.</returns>
    public static CutPoint? Parse(string text)
    {
        Match match = Pattern().Match(text);
        if (!match.Success)
            return null;
        if (match.Groups["boundary"].Success)
            return new CutPoint(0, default, Number(match, "boundary"));
        if (!match.Groups["pulse"].Success)
            return new CutPoint(Number(match, "write"), new WritePoint(0, WriteMoment.After, CellProgress.Together), 0);
        return new CutPoint(Number(match, "write"), new WritePoint(
            (int)Number(match, "pulse"),
            match.Groups["moment"].Value == "before" ? WriteMoment.Before : WriteMoment.Between,
            match.Groups["cells"].Value == "own" ? CellProgress.Own : CellProgress.Together), 0);
    }

    /// <summary>The text form, as <see cref="Parse"/> reads it.</summary>
    public override string ToString()
    {
        if (Boundary > 0)
            return string.Create(CultureInfo.InvariantCulture, $"activity:{Boundary}");
        if (Point.Moment == WriteMoment.After)
            return string.Create(CultureInfo.InvariantCulture, $"{Write}:after");
        string moment = Point.Moment == WriteMoment.Before ? "before" : "between";
        string cells = Point.Cells == CellProgress.Own ? "own" : "together";
        return string.Create(CultureInfo.InvariantCulture, $"{Write}:{Point.Pulse}:{moment}:{cells}");
    }

    [GeneratedRegex(
        "^(activity:(?<boundary>[0-9]{1,9})|(?<write>[0-9]{1,9}):(after"
            + "|(?<pulse>[0-9]{1,4}):(?<moment>before|between):(?<cells>together|own)))$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();

    private static long Number(Match match, string group) => long.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
}
