using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Codes;
using Memti.Arrays.Levels;

namespace Memti.Arrays.Ecc;

/// <summary>
/// Binary BCH code, shortened to the word. Corrects t wrong bits. Data bit i is the coefficient of x^(check bits + i), check bit j that of
/// x^j.
/// </summary>
/// <remarks>Bose and Ray-Chaudhuri 1960. Decoded by the algorithm of Berlekamp and Massey (1969) and by Chien's search (1964).</remarks>
public sealed class Bch : IErrorCorrection
{
    /// <summary>Most data bits: the words of a field of degree <see cref="MostDegree"/>.</summary>
    private const int MostDataBits = 16383;
    /// <summary>Most correctable bits. Assumed: more is not used on memory words.</summary>
    private const int MostCorrectable = 16;
    /// <summary>Highest degree of a field with a tabulated primitive polynomial.</summary>
    private const int MostDegree = 14;

    private readonly BinaryField _field;
    private readonly ulong[] _remainders;
    private readonly int _words;

    /// <summary>Finds the shortest code for a word.</summary>
    /// <param name="dataBits">Data bits of a word, 1 or more; at most 16383 together with the check bits.</param>
    /// <param name="correctable">Wrong bits to correct, 1 to 16.</param>
    /// <exception cref="MemtiException">
    /// <see cref="ArrayCodes.BadErrorCorrection"/>: out of range.
    /// </exception>
    public Bch(int dataBits, int correctable)
    {
        DataBits = EccWidth.InRange("ecc.data_bits", dataBits, 1, MostDataBits);
        CorrectableBits = EccWidth.InRange("ecc.correctable_bits", correctable, 1, MostCorrectable);
        (_field, int[] generator) = Shortest(dataBits, correctable);
        CheckBits = generator.Length - 1;
        _words = (CheckBits + 63) / 64;
        _remainders = Remainders(generator, dataBits, _words);
    }

    /// <inheritdoc />
    public string Name => FormattableString.Invariant($"BCH ({DataBits + CheckBits}, {DataBits}, t = {CorrectableBits})");

    /// <inheritdoc />
    public int DataBits { get; }

    /// <inheritdoc />
    public int CheckBits { get; }

    /// <inheritdoc />
    public int CorrectableBits { get; }

    /// <summary>
    /// Gates of the code. Encoder and syndrome are counted as trees of exclusive-or gates. Berlekamp-Massey is estimated as t + 1
    /// multipliers of m² and-xor pairs, used 2t times. Chien's search is estimated over all bits at once, with m / 2 exclusive-or gates per
    /// constant factor.
    /// </summary>
    public EccGates Gates
    {
        get
        {
            int length = DataBits + CheckBits;
            long ones = _remainders.Sum(static word => (long)BitOperations.PopCount(word));
            int mostInputs =
                Enumerable.Range(0, CheckBits)
                    .Max(
                        check =>
                            Enumerable.Range(0, DataBits).Count(bit => (_remainders[(bit * _words) + (check >> 6)] >> check & 1) == 1));
            int degree = _field.Degree;
            long solve = 2L * CorrectableBits * (CorrectableBits + 1) * 2 * degree * degree;
            long search = (long)length * CorrectableBits * ((degree / 2) + degree);
            return new EccGates(
                ones - CheckBits,
                ones + CheckBits - 1,
                solve + search,
                EccGates.Depth(mostInputs),
                EccGates.Depth(mostInputs + 1) + EccGates.Depth(CheckBits),
                (2 * CorrectableBits * (2 + (2 * EccGates.Depth(degree)))) + EccGates.Depth(degree * CorrectableBits) + 1);
        }
    }

    /// <inheritdoc />
    public void Encode(ReadOnlySpan<byte> data, Span<byte> check)
    {
        EccWidth.Require(this, data.Length, check.Length);
        Span<ulong> sum = stackalloc ulong[_words];
        Divide(data, sum);
        Bytes(sum, check.Length).CopyTo(check);
    }

    /// <inheritdoc />
    public int Decode(Span<byte> data, Span<byte> check)
    {
        EccWidth.Require(this, data.Length, check.Length);
        Span<ulong> remainder = stackalloc ulong[_words];
        Divide(data, remainder);
        for (int bit = 0; bit < CheckBits; bit++)
            remainder[bit >> 6] ^= (ulong)(check[bit >> 3] >> (bit & 7) & 1) << bit;
        if (!remainder.ContainsAnyExcept(0UL))
            return 0;
        Span<int> syndromes = stackalloc int[2 * CorrectableBits];
        Evaluate(remainder, syndromes);
        Span<int> locator = stackalloc int[(2 * CorrectableBits) + 1];
        int errors = BerlekampMassey.Solve(_field, syndromes, locator);
        if (errors > CorrectableBits)
            return IErrorCorrection.Uncorrectable;
        Span<int> places = stackalloc int[errors];
        return Search(locator[..(errors + 1)], places) ? Flip(data, check, places) : IErrorCorrection.Uncorrectable;
    }

    private static (BinaryField Field, int[] Generator) Shortest(int dataBits, int correctable)
    {
        for (int degree = 3; degree <= MostDegree; degree++)
        {
            var field = new BinaryField(degree);
            if (2 * correctable > field.Order || dataBits >= field.Order)
                continue;
            int[] generator = BchGenerator.Of(field, correctable);
            if (generator.Length - 1 + dataBits <= field.Order)
                return (field, generator);
        }

        throw new Memti.Abstractions.Diagnostics.MemtiException(LevelFinding.Of(
            ArrayCodes.BadErrorCorrection,
            "ecc.data_bits",
            dataBits,
            string.Create(
                CultureInfo.InvariantCulture,
                $"at most {(1 << MostDegree) - 1 - (MostDegree * correctable)} with {correctable} correctable bits")));
    }

    /// <summary>Remainder of each data bit alone when divided by the generator. Division is linear, so an encoder adds up these.</summary>
    private static ulong[] Remainders(int[] generator, int dataBits, int words)
    {
        ulong[] remainders = new ulong[dataBits * words];
        int[] current = generator[..^1];
        for (int bit = 0; bit < dataBits; bit++)
        {
            for (int power = 0; power < current.Length; power++)
                remainders[(bit * words) + (power >> 6)] |= (ulong)current[power] << power;
            int carry = current[^1];
            for (int power = current.Length - 1; power >= 0; power--)
                // The remainder of x^(n+1) from that of x^n: shift once and subtract the generator where a bit falls out.
                current[power] = (power == 0 ? 0 : current[power - 1]) ^ (carry * generator[power]);
        }

        return remainders;
    }

    private static Span<byte> Bytes(Span<ulong> words, int count)
    {
        if (!BitConverter.IsLittleEndian)
        {
            foreach (ref ulong word in words)
                word = System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(word);
        }

        return MemoryMarshal.AsBytes(words)[..count];
    }

    private void Divide(ReadOnlySpan<byte> data, Span<ulong> sum)
    {
        sum.Clear();
        for (int bit = 0; bit < DataBits; bit++)
        {
            if ((data[bit >> 3] >> (bit & 7) & 1) == 0)
                continue;
            for (int word = 0; word < _words; word++)
                sum[word] ^= _remainders[(bit * _words) + word];
        }
    }

    /// <summary>
    /// Evaluates the remainder at the roots of the generator. The word itself has the same values there, because it differs by a multiple
    /// of the generator.
    /// </summary>
    private void Evaluate(ReadOnlySpan<ulong> remainder, Span<int> syndromes)
    {
        syndromes.Clear();
        for (int word = 0; word < remainder.Length; word++)
        {
            for (ulong left = remainder[word]; left != 0; left &= left - 1)
            {
                long power = (64 * word) + BitOperations.TrailingZeroCount(left);
                for (int root = 0; root < syndromes.Length; root++)
                    syndromes[root] ^= _field.Power(power * (root + 1));
            }
        }
    }

    /// <summary>Finds wrong bits: those whose inverse places are roots of the locator.</summary>
    /// <returns>False when some roots lie outside the word: more bits are wrong than the code corrects.</returns>
    private bool Search(ReadOnlySpan<int> locator, Span<int> places)
    {
        int found = 0;
        for (int place = 0; place < DataBits + CheckBits && found < places.Length; place++)
        {
            int sum = 0;
            for (int power = 0; power < locator.Length; power++)
                sum ^= _field.Multiply(locator[power], _field.Power((long)(_field.Order - place) * power));
            if (sum == 0)
                places[found++] = place;
        }

        return found == places.Length;
    }

    private int Flip(Span<byte> data, Span<byte> check, ReadOnlySpan<int> places)
    {
        foreach (int place in places)
        {
            int bit = place < CheckBits ? place : place - CheckBits;
            (place < CheckBits ? check : data)[bit >> 3] ^= (byte)(1 << (bit & 7));
        }

        return places.Length;
    }
}
