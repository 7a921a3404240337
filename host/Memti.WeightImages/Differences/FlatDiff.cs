using System.Globalization;
using System.Numerics;
using Memti.Abstractions.Diagnostics;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Findings;
using Memti.WeightImages.Formats;

namespace Memti.WeightImages.Differences;

/// <summary>Differences of two image files, byte by byte.</summary>
/// <param name="BytesChanged">Bytes that differ, including those of one file alone.</param>
/// <param name="BitsChanged">Bits that differ among the bytes of both.</param>
/// <param name="FirstDifference">Offset of the first difference from the start of the smaller file; null without one.</param>
/// <param name="FirstAddress">Its address; null without one, and where files are compared by offset.</param>
/// <param name="Container">The file that holds the other among other bytes; none when neither does.</param>
/// <param name="BytesElsewhere">Bytes of the container outside the other file; they count as no difference.</param>
/// <param name="SameAddresses">False when both files state an address and these differ.</param>
/// <param name="FoundAt">Offset in the longer file at which all bytes of the shorter one lie, where files are compared by offset; null
/// where they do not.</param>
public sealed record FlatDiff(
    long BytesChanged,
    long BitsChanged,
    long? FirstDifference,
    ulong? FirstAddress,
    FlatContainer Container,
    long BytesElsewhere,
    bool SameAddresses,
    long? FoundAt = null)
{
    /// <summary>True when the bytes are equal, and also the addresses where both files state them.</summary>
    public bool IsSame => BytesChanged == 0 && SameAddresses;

    /// <summary>
    /// Compares two files. When one holds all addresses of the other and more (a merged firmware, a dump of a flash), only what lies at
    /// these addresses is compared. Two files of one range each are compared by offset, others by address.
    /// </summary>
    /// <param name="first">A file.</param>
    /// <param name="second">The other file.</param>
    /// <param name="isDump">True when the second file is known to be a dump, which may begin where the first does.</param>
    /// <exception cref="MemtiException"><see cref="WeightImageCodes.ImagesDoNotCompare"/>: one file has gaps and the other no addresses,
    /// or the dump does not hold all addresses of the first file.</exception>
    public static FlatDiff Of(FlatImage first, FlatImage second, bool isDump = false)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        bool haveAddresses = first.HasAddresses && second.HasAddresses;
        if (!haveAddresses && (first.Ranges.Count > 1 || second.Ranges.Count > 1))
            throw Refused(
                "one has gaps between its ranges and the other has no addresses", "an address for the file without (--base, --address)");
        if (haveAddresses && Holds(second, first, isDump))
            return Sweep(first, second, FlatContainer.Second);
        if (isDump)
            throw Refused(
                $"the dump holds {Text(second)} and the image lies at {Text(first)}", "a dump that holds all addresses of the image");
        if (haveAddresses && Holds(first, second, isDump: false))
            return Sweep(second, first, FlatContainer.First);
        return haveAddresses && (first.Ranges.Count > 1 || second.Ranges.Count > 1)
            ? Sweep(first, second, FlatContainer.None)
            : ByOffset(first, second);
    }

    /// <summary>True when a file holds all addresses of another one, and other bytes as well.</summary>
    private static bool Holds(FlatImage outer, FlatImage inner, bool isDump)
    {
        if (inner.Ranges.Count == 0 || !Covers(outer.Ranges, inner.Ranges))
            return false;
        // A longer file from the same address on is another image, unless all that it has more is the filling of its format.
        return isDump
            || outer.Ranges.Count > inner.Ranges.Count
            || outer.Ranges[0].Address < inner.Ranges[0].Address
            || IsFilling(outer, inner);
    }

    /// <summary>True when every range lies within one of others; both are in the order of their addresses.</summary>
    private static bool Covers(IReadOnlyList<FlatRange> outer, IReadOnlyList<FlatRange> inner)
    {
        int at = 0;
        foreach (FlatRange range in inner)
        {
            while (at < outer.Count && outer[at].Last < range.Address)
                at++;
            if (at == outer.Count || !outer[at].Covers(range))
                return false;
        }

        return true;
    }

    private static bool IsFilling(FlatImage outer, FlatImage inner)
    {
        long more = outer.ByteCount - inner.ByteCount;
        return outer.Ranges.Count == 1
            && more > 0
            && more < outer.BlockBytes
            && outer.Bytes.Span[(int)inner.ByteCount..].IndexOfAnyExcept((byte)0) < 0;
    }

    private static FlatDiff ByOffset(FlatImage first, FlatImage second)
    {
        FlatDiff diff = Sweep(first.At(0), second.At(0), FlatContainer.None);
        bool sameAddresses = first.Address is not { } one || second.Address is not { } other || one == other;
        return diff with { FirstAddress = null, SameAddresses = sameAddresses, FoundAt = Find(first.Bytes.Span, second.Bytes.Span) };
    }

    /// <summary>Where the shorter file lies in the longer one, as an image does in a dump whose base nobody has stated.</summary>
    private static long? Find(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        if (one.Length > other.Length)
            return Find(other, one);
        int place = one.IsEmpty || one.Length == other.Length ? -1 : other.IndexOf(one);
        return place < 0 ? null : place;
    }

    /// <summary>Goes through the addresses of both; those of a container alone are left out.</summary>
    private static FlatDiff Sweep(FlatImage inner, FlatImage outer, FlatContainer container)
    {
        long bytes = 0;
        long bits = 0;
        long elsewhere = 0;
        ulong? at = null;
        var one = new RangeCursor(inner);
        var other = new RangeCursor(outer);
        while (!one.IsDone || !other.IsDone)
        {
            UInt128 from = UInt128.Min(one.Position, other.Position);
            // The next range begins or ends at the nearest border of either file.
            UInt128 to = UInt128.Min(one.Border(from), other.Border(from));
            ReadOnlySpan<byte> left = one.Take(from, to);
            ReadOnlySpan<byte> right = other.Take(from, to);
            if (left.IsEmpty && container != FlatContainer.None)
            {
                elsewhere += right.Length;
                continue;
            }

            int same = left.CommonPrefixLength(right);
            if (same < Math.Max(left.Length, right.Length))
                at ??= (ulong)(from + (uint)same);
            int common = Math.Min(left.Length, right.Length);
            bytes += Math.Max(left.Length, right.Length) - common;
            for (int index = same; index < common; index++)
            {
                int changed = BitOperations.PopCount((uint)(left[index] ^ right[index]));
                bits += changed;
                bytes += changed == 0 ? 0 : 1;
            }
        }

        ulong start = inner.Ranges.Count > 0 ? inner.Ranges[0].Address : 0;
        if (container == FlatContainer.None && outer.Ranges.Count > 0)
            start = inner.Ranges.Count > 0 ? Math.Min(start, outer.Ranges[0].Address) : outer.Ranges[0].Address;
        return new FlatDiff(bytes, bits, at is { } place ? (long)(place - start) : null, at, container, elsewhere, SameAddresses: true);
    }

    private static string Text(FlatImage image) => image.Ranges.Count switch
    {
        0 => "nothing",
        1 => ImageFinding.Range(image.Ranges[0].Address, image.Ranges[0].Bytes.Length),
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"{image.Ranges.Count} ranges from {ImageFinding.Address(image.Ranges[0].Address)} to "
                + $"{ImageFinding.Address(image.Ranges[^1].Last)}"),
    };

    private static MemtiException Refused(string why, string permitted) => ImageFinding.Of(
        WeightImageCodes.ImagesDoNotCompare, $"the files cannot be compared: {why}; permitted: {permitted}.", "address", null, permitted);

    /// <summary>Goes through the ranges of a file.</summary>
    private sealed class RangeCursor(FlatImage image)
    {
        private int _range;
        private int _offset;

        public bool IsDone => _range == image.Ranges.Count;

        /// <summary>Address of the next byte; past all addresses at the end.</summary>
        public UInt128 Position => IsDone ? UInt128.MaxValue : (UInt128)image.Ranges[_range].Address + (uint)_offset;

        /// <summary>The next border after an address: the end of the range that begins there, or the start of the next one.</summary>
        public UInt128 Border(UInt128 from) =>
            IsDone || Position > from ? Position : (UInt128)image.Ranges[_range].Last + 1;

        /// <summary>Takes the bytes between two borders; none in a gap.</summary>
        public ReadOnlySpan<byte> Take(UInt128 from, UInt128 to)
        {
            if (IsDone || Position != from)
                return [];
            ReadOnlySpan<byte> bytes = image.Ranges[_range].Bytes.Span.Slice(_offset, (int)(to - from));
            _offset += bytes.Length;
            if (_offset == image.Ranges[_range].Bytes.Length)
                (_range, _offset) = (_range + 1, 0);
            return bytes;
        }
    }
}
