using System.Numerics;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Codes;

namespace Memti.Arrays.Ecc;

/// <summary>
/// Extended Hamming code: corrects one wrong bit of a word and detects two. Every data bit enters an odd number of check bits, so a
/// syndrome of even weight means a double error.
/// </summary>
public sealed class Secded : IErrorCorrection
{
    /// <summary>Most data bits: keeps the table of syndromes, 2^(check bits) entries, small.</summary>
    private const int MostDataBits = 4096;
    /// <summary>Number of values of a byte.</summary>
    private const int Byte = 256;

    private readonly uint[] _columns;
    private readonly uint[] _ofBytes;
    private readonly int[] _bitOfSyndrome;

    /// <summary>Creates the code for a word.</summary>
    /// <param name="dataBits">Data bits of a word, 1 to 4096.</param>
    /// <exception cref="MemtiException">
    /// <see cref="ArrayCodes.BadErrorCorrection"/>: out of range.
    /// </exception>
    public Secded(int dataBits)
    {
        DataBits = EccWidth.InRange("ecc.data_bits", dataBits, 1, MostDataBits);
        int hamming = Enumerable.Range(2, 30).First(bits => (1 << bits) - 1 - bits >= dataBits);
        CheckBits = hamming + 1;
        _columns =
            [.. Positions().Take(dataBits).Select(position => position | (BitOperations.PopCount(position) % 2 == 0 ? 1u << hamming : 0))];
        // The overall parity bit is folded into each column, so that a decoder needs one table lookup and no separate parity test.
        _bitOfSyndrome = BitOfSyndrome(_columns, CheckBits);
        _ofBytes = OfBytes(_columns);
    }

    /// <inheritdoc />
    public string Name => FormattableString.Invariant($"SECDED ({DataBits + CheckBits}, {DataBits})");

    /// <inheritdoc />
    public int DataBits { get; }

    /// <inheritdoc />
    public int CheckBits { get; }

    /// <inheritdoc />
    public int CorrectableBits => 1;

    /// <inheritdoc />
    public EccGates Gates
    {
        get
        {
            int[] inputs = [.. Enumerable.Range(0, CheckBits).Select(check => _columns.Count(column => (column >> check & 1) == 1))];
            long encode = inputs.Sum(static count => Math.Max(count - 1L, 0));
            int depth = EccGates.Depth(inputs.Max());
            long select = (long)DataBits * (CheckBits - 1);
            return new EccGates(
                encode,
                encode + CheckBits + CheckBits - 1,
                select + DataBits,
                depth,
                EccGates.Depth(inputs.Max() + 1) + EccGates.Depth(CheckBits),
                EccGates.Depth(CheckBits) + 1);
        }
    }

    /// <inheritdoc />
    public void Encode(ReadOnlySpan<byte> data, Span<byte> check)
    {
        EccWidth.Require(this, data.Length, check.Length);
        Write(check, CheckOf(data));
    }

    /// <inheritdoc />
    public int Decode(Span<byte> data, Span<byte> check)
    {
        EccWidth.Require(this, data.Length, check.Length);
        uint stored = Read(check);
        uint syndrome = CheckOf(data) ^ stored;
        if (syndrome == 0)
            return 0;
        int bit = _bitOfSyndrome[syndrome];
        if (bit < 0)
            return IErrorCorrection.Uncorrectable;
        if (bit < DataBits)
            data[bit >> 3] ^= (byte)(1 << (bit & 7));
        else
            Write(check, stored ^ syndrome);
        return 1;
    }

    /// <summary>
    /// Positions of data bits in Hamming's numbering: all numbers from 3 up except powers of two, which belong to check bits.
    /// </summary>
    private static IEnumerable<uint> Positions() =>
        Enumerable.Range(3, int.MaxValue - 3)
            .Select(static position => (uint)position)
            .Where(static position => !BitOperations.IsPow2(position));

    private static int[] BitOfSyndrome(uint[] columns, int checkBits)
    {
        int[] bits = new int[1 << checkBits];
        Array.Fill(bits, -1);
        for (int bit = 0; bit < columns.Length; bit++)
            bits[columns[bit]] = bit;
        for (int check = 0; check < checkBits; check++)
            bits[1 << check] = columns.Length + check;
        return bits;
    }

    private static uint[] OfBytes(uint[] columns)
    {
        uint[] sums = new uint[EccWidth.Bytes(columns.Length) * Byte];
        for (int index = 0; index < sums.Length; index++)
        {
            for (int bit = 0; bit < 8; bit++)
            {
                int column = (index / Byte * 8) + bit;
                if ((index >> bit & 1) == 1 && column < columns.Length)
                    sums[index] ^= columns[column];
            }
        }

        return sums;
    }

    private uint CheckOf(ReadOnlySpan<byte> data)
    {
        uint sum = 0;
        for (int index = 0; index < data.Length; index++)
            sum ^= _ofBytes[(index * Byte) + data[index]];
        return sum;
    }

    private uint Read(ReadOnlySpan<byte> check)
    {
        uint bits = 0;
        for (int index = 0; index < check.Length; index++)
            bits |= (uint)check[index] << (8 * index);
        return bits & ((1u << CheckBits) - 1);
    }

    private static void Write(Span<byte> check, uint bits)
    {
        for (int index = 0; index < check.Length; index++)
            check[index] = (byte)(bits >> (8 * index));
    }
}
