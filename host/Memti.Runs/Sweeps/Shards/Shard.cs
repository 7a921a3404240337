using System.Globalization;
using Memti.Runs.Jobs;

namespace Memti.Runs.Sweeps.Shards;

/// <summary>
/// A part of the points of a sweep. A point belongs to a shard by its content, so that every process that counts alike agrees.
/// </summary>
/// <param name="Number">Number of the shard, from 1.</param>
/// <param name="Count">Number of shards.</param>
public sealed record Shard(int Number, int Count)
{
    /// <summary>Most shards of a sweep.</summary>
    public const int Most = 100_000;

    /// <summary>What a shard is written as.</summary>
    public const string Form = "NUMBER/COUNT, such as 7/40: a number from 1 to the count, of at most 100000";

    /// <summary>Reads a shard such as <c>7/40</c>; null when the text is none.</summary>
    public static Shard? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split('/');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            && count is >= 1 and <= Most
            && number >= 1
            && number <= count
            ? new Shard(number, count)
            : null;
    }

    /// <summary>The shard of a point, from 1.</summary>
    public static int NumberOf(JobKey point, int count) => (int)(point.High % (ulong)count) + 1;

    /// <summary>True for a point of this shard.</summary>
    public bool Has(JobKey point) => NumberOf(point, Count) == Number;

    /// <summary>The shard as it is written.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");
}
