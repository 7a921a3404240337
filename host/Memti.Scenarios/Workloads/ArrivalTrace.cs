using System.Globalization;
using System.Numerics;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;
using Memti.Scenarios.Codes;

namespace Memti.Scenarios.Workloads;

/// <summary>
/// Reads a file of recorded arrivals: the first column of each line is a time in seconds, or in the unit of a head <c>time_ms</c>,
/// <c>time_us</c> or <c>time_s</c>. Empty lines and lines that begin with <c>#</c> say nothing.
/// </summary>
/// <param name="findings">Where findings go.</param>
internal sealed class ArrivalTrace(FindingList findings)
{
    // As long as a workload may be.
    private const double LongestSeconds = 9e6;
    private const string Times = "times from 0 on, none before the one above it, up to 9000000 s";

    private static readonly (string Head, int Exponent)[] Heads = [("time_s", 12), ("time_ms", 9), ("time_us", 6)];

    /// <summary>The moments in picoseconds; null, with findings, when the file cannot be used.</summary>
    /// <param name="path">The file.</param>
    /// <param name="named">The value that names it.</param>
    public IReadOnlyList<long>? Read(string path, Node named)
    {
        if (SourceFile.Read(path, out string trouble) is not { } source)
        {
            findings.Add(
                DiagnosticCode.FileUnreadable,
                named.Place,
                $"trace of arrivals '{named.Shown}' cannot be read: {trouble}.",
                named.Shown);
            return null;
        }

        int before = findings.Count;
        List<long> moments = Read(source.Text.Split('\n'), path, named.Place.Key);
        if (findings.Count > before)
            return null;
        if (moments.Count == 0)
            Refuse(new SourceLocation(path, 1, 1, named.Place.Key), "the trace has no arrival", "", "at least one time");
        return findings.Count > before ? null : moments;
    }

    private List<long> Read(string[] lines, string path, string key)
    {
        List<long> moments = [];
        (int exponent, bool hasBegun) = (Heads[0].Exponent, false);
        for (int line = 0; line < lines.Length && !findings.IsFull; line++)
        {
            string field = lines[line].Split(',')[0];
            string text = field.Trim();
            if (text.Length == 0 || text[0] == '#')
                continue;
            SourceLocation place = new(path, line + 1, field.Length - field.TrimStart().Length + 1, key);
            bool isHead = !hasBegun && Array.Exists(Heads, head => head.Head == text);
            hasBegun = true;
            if (isHead)
                exponent = Heads.First(head => head.Head == text).Exponent;
            else if (Moment(text, exponent, moments.Count == 0 ? 0 : moments[^1], place) is { } moment)
                moments.Add(moment);
        }

        return moments;
    }

    private long? Moment(string text, int exponent, long last, SourceLocation place)
    {
        if (!DecimalNumber.TryParse(text, out DecimalNumber number))
        {
            string heads = string.Join(", ", Heads.Select(static head => head.Head));
            Refuse(place, $"'{text}' is no time", text, $"a number, or in the first line one of {heads}");
            return null;
        }

        (BigInteger parts, BigInteger of) = (number with { Exponent = number.Exponent + exponent }).ToFraction();
        BigInteger moment = ((2 * parts) + of) / (2 * of);
        if (parts.Sign < 0 || moment > (BigInteger)(LongestSeconds * 1e12))
            Refuse(place, $"an arrival at {text}", text, Times);
        else if (moment < last)
            Refuse(place, string.Create(CultureInfo.InvariantCulture, $"time runs back to {text}"), text, Times);
        else
            return (long)moment;
        return null;
    }

    private void Refuse(SourceLocation place, string what, string value, string permitted) =>
        findings.Add(ScenarioCodes.BadArrivals, place, $"{what}; permitted: {permitted}.", value, permitted);
}
