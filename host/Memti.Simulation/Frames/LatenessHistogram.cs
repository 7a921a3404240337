using System.Numerics;
using System.Runtime.InteropServices;

namespace Memti.Simulation.Frames;

/// <summary>
/// How often frames were late by how much: buckets of a logarithmic scale, each with its largest value. A percentile is exact where its bucket
/// holds equal values, as those of a periodic run are; otherwise it is too large, by less than 0.1 %.
/// </summary>
internal sealed class LatenessHistogram
{
    /// <summary>Buckets that halve a value's range: 2^10, so that a bucket is at most 1/1024 of its values wide.</summary>
    private const int ScaleBits = 10;

    private readonly Dictionary<int, int> _places = [];
    private readonly List<Bucket> _buckets = [];

    public void Add(long lateness)
    {
        int number = BucketOf(lateness);
        if (!_places.TryGetValue(number, out int place))
        {
            place = _places[number] = _buckets.Count;
            _buckets.Add(new() { Number = number });
        }

        ref Bucket bucket = ref CollectionsMarshal.AsSpan(_buckets)[place];
        bucket.Count++;
        bucket.Most = Math.Max(bucket.Most, lateness);
    }

    /// <summary>Remembers every count as the start of a period.</summary>
    public void Mark()
    {
        foreach (ref Bucket bucket in CollectionsMarshal.AsSpan(_buckets))
            bucket.Marked = bucket.Count;
    }

    /// <summary>Adds what was counted since the mark so many times more.</summary>
    public void Repeat(long times)
    {
        foreach (ref Bucket bucket in CollectionsMarshal.AsSpan(_buckets))
            bucket.Count += (bucket.Count - bucket.Marked) * times;
    }

    /// <summary>The least lateness that a share of the late frames does not exceed; 0 when none was late.</summary>
    /// <param name="percent">The share, 1 to 100.</param>
    public long Percentile(int percent)
    {
        Int128 total = _buckets.Aggregate(Int128.Zero, static (sum, bucket) => sum + bucket.Count);
        Int128 rank = ((total * percent) + 99) / 100;
        Int128 seen = 0;
        foreach (Bucket bucket in _buckets.OrderBy(static bucket => bucket.Number))
        {
            seen += bucket.Count;
            if (seen >= rank)
                return bucket.Most;
        }

        return 0;
    }

    /// <summary>Values up to 2^11 have a bucket each; each doubling beyond has 2^10 buckets.</summary>
    private static int BucketOf(long value)
    {
        int shift = Math.Max(0, BitOperations.Log2((ulong)value) - ScaleBits);
        return (shift << ScaleBits) + (int)(value >> shift);
    }

    private struct Bucket
    {
        public int Number;
        public long Count;
        public long Marked;
        public long Most;
    }
}
