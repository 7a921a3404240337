using System.Numerics;
using System.Runtime.InteropServices;

namespace Memti.Simulation.Frames;

/// <summary>
/// Histogram of lateness: buckets of a logarithmic scale, each with its largest value. A percentile is exact when its bucket holds equal
/// values, as in a periodic run; otherwise it is less than 0.1 % too large.
/// </summary>
internal sealed class LatenessHistogram
{
    /// <summary>2^10 buckets per doubling of the value, so that a bucket is at most 1/1024 of its values wide.</summary>
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

    /// <summary>Marks every count as the start of a period.</summary>
    public void Mark()
    {
        foreach (ref Bucket bucket in CollectionsMarshal.AsSpan(_buckets))
            bucket.Marked = bucket.Count;
    }

    /// <summary>Repeats the counts since the mark <paramref name="times"/> more times.</summary>
    public void Repeat(long times)
    {
        foreach (ref Bucket bucket in CollectionsMarshal.AsSpan(_buckets))
            bucket.Count += (bucket.Count - bucket.Marked) * times;
    }

    /// <summary>Least lateness that a given share of the late frames does not exceed; 0 without late frames.</summary>
    /// <param name="percent">The share in percent, 1 to 100.</param>
    public long Percentile(int percent)
    {
        Int128 total = _buckets.Aggregate(Int128.Zero, static (sum, bucket) => sum + bucket.Count);
        // Nearest rank: the smallest rank of at least percent of the frames, rounded up in integers.
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

    /// <summary>Each value up to 2^11 has a bucket of its own; each doubling beyond has 2^10 buckets.</summary>
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
