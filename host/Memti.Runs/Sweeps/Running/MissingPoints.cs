using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Runs.Codes;
using Memti.Runs.Sweeps.Results;
using Memti.Runs.Sweeps.Shards;

namespace Memti.Runs.Sweeps.Running;

/// <summary>Says what a merge lacks.</summary>
internal static class MissingPoints
{
    private const int MostNamed = 20;

    /// <summary>The finding; null when every point is there.</summary>
    public static Diagnostic? Of(SweepWork work, TableBuilder table, PartsFolder parts, string folder, int shards)
    {
        int[] missing = [.. Enumerable.Range(0, work.Grid.Count).Where(point => !table.IsDone(point))];
        if (missing.Length == 0)
            return null;
        int[] numbers = [.. missing.Select(point => Shard.NumberOf(table.KeyOf(point), shards)).Distinct().Order()];
        string named = string.Join(", ", numbers.Take(MostNamed)) + (numbers.Length > MostNamed ? ", ..." : "");
        string others = parts.Others == 0
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $" {parts.Others} files are of an earlier state of the study and do not count.");
        return new Diagnostic(
            SweepCodes.PointsMissing,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{missing.Length} of {work.Grid.Count} points are missing, of {numbers.Length} of {shards} shards: {named}. "
                    + $"Run them with --shard NUMBER/{shards}.{others}"))
        {
            File = folder,
            Value = string.Join(',', numbers.Take(MostNamed)),
        };
    }
}
