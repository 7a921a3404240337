using System.Buffers;
using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.WeightImages.Findings;

namespace Memti.WeightImages.Formats;

/// <summary>
/// Collects the bytes of a file that come in any order, with gaps. Takes memory for the bytes of the file, never for its addresses.
/// Bytes that are stated twice must be equal.
/// </summary>
/// <param name="place">The unit in which places are counted, such as <c>line</c>.</param>
/// <param name="fault">Creates the error for a place.</param>
internal sealed class RangeCollector(string place, Func<int, string, MemtiException> fault)
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly List<Piece> _pieces = [];

    /// <summary>Adds bytes; their addresses must fit 64 bits.</summary>
    /// <param name="address">Address of the first.</param>
    /// <param name="data">The bytes.</param>
    /// <param name="at">Where in the file they are stated.</param>
    public void Add(ulong address, ReadOnlySpan<byte> data, int at)
    {
        if (data.IsEmpty)
            return;
        // Words of one line that follow each other are one piece.
        if (_pieces.Count == 0 || _pieces[^1].Place != at || !Continues(_pieces.Count - 1, address))
            _pieces.Add(new Piece(address, _bytes.WrittenCount, at));
        _bytes.Write(data);
    }

    /// <summary>The collected ranges in the order of their addresses.</summary>
    public IReadOnlyList<FlatRange> Finish()
    {
        bool isInOrder = true;
        for (int index = 1; index < _pieces.Count && isInOrder; index++)
            isInOrder = Last(index - 1) < _pieces[index].Address;
        return isInOrder ? Slices() : Sorted();
    }

    private int Length(int piece) => (piece + 1 < _pieces.Count ? _pieces[piece + 1].Start : _bytes.WrittenCount) - _pieces[piece].Start;

    /// <summary>Address of the last byte of a piece. The one behind it may have no address.</summary>
    private ulong Last(int piece) => _pieces[piece].Address + (ulong)Length(piece) - 1;

    private bool Continues(int piece, ulong address) => address != 0 && Last(piece) == address - 1;

    /// <summary>Ranges as parts of what was collected, without a copy.</summary>
    private List<FlatRange> Slices()
    {
        List<FlatRange> ranges = [];
        for (int first = 0; first < _pieces.Count;)
        {
            int next = first + 1;
            while (next < _pieces.Count && Continues(next - 1, _pieces[next].Address))
                next++;
            int end = next < _pieces.Count ? _pieces[next].Start : _bytes.WrittenCount;
            ranges.Add(new FlatRange(_pieces[first].Address, _bytes.WrittenMemory[_pieces[first].Start..end]));
            first = next;
        }

        return ranges;
    }

    private List<FlatRange> Sorted()
    {
        int[] order = [.. Enumerable.Range(0, _pieces.Count).OrderBy(index => _pieces[index].Address)];
        byte[] sorted = new byte[_bytes.WrittenCount];
        List<FlatRange> ranges = [];
        int start = 0;
        int end = 0;
        ulong address = _pieces[order[0]].Address;
        foreach (int index in order)
        {
            Piece piece = _pieces[index];
            ReadOnlySpan<byte> data = _bytes.WrittenSpan.Slice(piece.Start, Length(index));
            ulong offset = piece.Address - address;
            if (offset > (ulong)(end - start))
            {
                ranges.Add(new FlatRange(address, sorted.AsMemory(start..end)));
                (address, start, offset) = (piece.Address, end, 0);
            }

            int known = Math.Min(end - start - (int)offset, data.Length);
            CheckSame(sorted.AsSpan(start + (int)offset, known), data, piece, order);
            data[known..].CopyTo(sorted.AsSpan(end));
            end += data.Length - known;
        }

        ranges.Add(new FlatRange(address, sorted.AsMemory(start..end)));
        return ranges;
    }

    private void CheckSame(ReadOnlySpan<byte> known, ReadOnlySpan<byte> data, Piece piece, int[] order)
    {
        int same = known.CommonPrefixLength(data);
        if (same == known.Length)
            return;
        ulong address = piece.Address + (ulong)same;
        int other = order.First(index => _pieces[index].Address <= address && address - _pieces[index].Address < (ulong)Length(index));
        (int earlier, int later) = (Math.Min(_pieces[other].Place, piece.Place), Math.Max(_pieces[other].Place, piece.Place));
        throw fault(
            later,
            string.Create(
                CultureInfo.InvariantCulture,
                $"the byte at {ImageFinding.Address(address)} has another value than in {place} {earlier}: 0x{known[same]:X2} and "
                    + $"0x{data[same]:X2}"));
    }

    /// <summary>Bytes that were stated at one place.</summary>
    private readonly record struct Piece(ulong Address, int Start, int Place);
}
