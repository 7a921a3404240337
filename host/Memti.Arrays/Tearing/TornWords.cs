using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Randomness;
using Memti.Arrays.Codes;
using Memti.Arrays.Ecc;
using Memti.Arrays.Faults;
using Memti.Arrays.Levels;

namespace Memti.Arrays.Tearing;

/// <summary>
/// Words of 32 bits of a memory whose write is cut. All cells of the word and the check cells of its code are programmed by the same
/// pulses, also those whose level stays the same.
/// </summary>
public sealed class TornWords
{
    private const int WordBytes = 4;
    private const int ByteBits = 8;
    private const uint Everybody = uint.MaxValue;
    private const uint FirstCheckCell = 1 << 16;

    private readonly ValueCodec _codec;
    private readonly LevelScale[] _scales;
    private readonly ProgramSteps _steps;
    private readonly IErrorCorrection? _code;
    private readonly CheckCells? _checks;
    private readonly LevelScale? _checkScale;

    /// <summary>Prepares the words of a memory.</summary>
    /// <param name="cells">The cells of a byte, with their levels.</param>
    /// <param name="pulses">The pulses of the memory; null where its model does not know them.</param>
    /// <exception cref="MemtiException">
    /// <see cref="DiagnosticCode.NoLevelStatistics"/>: multi-level cells without known levels.
    /// <see cref="ArrayCodes.BadErrorCorrection"/>: the words of the code are not whole words of 32 bits, nor whole parts of one.
    /// </exception>
    public TornWords(FaultRequest cells, CellPulses? pulses)
    {
        ArgumentNullException.ThrowIfNull(cells);
        _codec = new(cells.Cells, cells.Encoding);
        _scales = [.. cells.Cells.Bits.Select(bits => LevelScale.Of(cells, bits))];
        _steps = new(pulses);
        if (cells.Correction is not { } correction)
            return;
        _code = ErrorCorrections.Of(correction, ByteBits);
        int bytes = _code.DataBits / ByteBits;
        if (bytes % WordBytes != 0 && WordBytes % bytes != 0)
            throw new MemtiException(Misfit(_code.DataBits));
        int widest = cells.Cells.Bits.Max();
        (_checks, _checkScale) = (new(_code.CheckBits, widest, cells.Encoding), LevelScale.Of(cells, widest));
        UnitBytes = Math.Max(WordBytes, bytes);
    }

    /// <summary>Pulses of one write, at least 1.</summary>
    public int Pulses => _steps.Count;

    /// <summary>Bytes that are encoded together: a multiple of 4.</summary>
    public int UnitBytes { get; } = WordBytes;

    /// <summary>
    /// The point of a write at a moment that no pulse chose, such as a brown-out: before the verify of the pulse under way, all cells
    /// together. Pulses share the time of the write equally.
    /// </summary>
    /// <param name="passed">Time since the write began, zero or more.</param>
    /// <param name="latency">Time of the whole write in the same unit, above zero.</param>
    public WritePoint PointAt(Int128 passed, Int128 latency)
    {
        Int128 pulse = 1 + (passed * Pulses / latency);
        return pulse > Pulses
            ? new WritePoint(0, WriteMoment.After, CellProgress.Together)
            : new WritePoint((int)pulse, WriteMoment.Before, CellProgress.Together);
    }

    /// <summary>Cuts the write of a word.</summary>
    /// <param name="before">The bytes of the word's unit before the write.</param>
    /// <param name="after">The same after it; only the word differs.</param>
    /// <param name="place">First byte of the word in the unit: a multiple of 4.</param>
    /// <param name="point">Where the write is cut.</param>
    /// <param name="draws">The random numbers of the memory.</param>
    /// <param name="write">Number of the write: its random numbers are its own.</param>
    public TornUnit Tear(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, int place, WritePoint point, Philox draws, uint write)
    {
        if (point.Moment == WriteMoment.After)
            return new(after.ToArray(), [], 0, []);
        byte[] read = before.ToArray();
        var cells = new List<CellState>(WordBytes * _codec.Cells.Cells);
        var cut = new Cut(point, draws, write);
        for (int at = place; at < place + WordBytes; at++)
            read[at] = Tear(before[at], after[at], (uint)((at - place) * _codec.Cells.Cells), cut, cells);
        if (_code is null)
            return new(read, [], 0, cells);
        List<(int, int)> unreadable = [];
        int corrected = 0;
        int bytes = _code.DataBits / ByteBits;
        for (int first = place / bytes * bytes; first < place + WordBytes; first += bytes)
        {
            int count = Correct(before.Slice(first, bytes), after.Slice(first, bytes), read.AsSpan(first, bytes), (uint)first, cut);
            if (count == IErrorCorrection.Uncorrectable)
                unreadable.Add((first, bytes));
            else
                corrected += count;
        }

        return new(read, unreadable, corrected, cells);
    }

    private byte Tear(byte before, byte after, uint firstCell, Cut cut, List<CellState> cells)
    {
        uint read = 0;
        for (int cell = 0; cell < _codec.Cells.Cells; cell++)
        {
            CellState state = Read(
                _codec.Level(before, cell), _codec.Level(after, cell), _scales[cell], cut, firstCell + (uint)cell);
            cells.Add(state);
            read = _codec.WithLevel(read, cell, (byte)state.Read);
        }

        return (byte)read;
    }

    private CellState Read(int from, int to, LevelScale scale, Cut cut, uint cell)
    {
        double position = _steps.PositionOf(from, to, cut.PulsesOf(cell));
        return new(from, to, position, scale.Read(position, cut.Reading(cell)));
    }

    /// <summary>Reads the check cells of a word of the code and corrects the word.</summary>
    private int Correct(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, Span<byte> read, uint first, Cut cut)
    {
        int bytes = (_code!.CheckBits + ByteBits - 1) / ByteBits;
        byte[] old = new byte[bytes], wanted = new byte[bytes], check = new byte[bytes];
        _code.Encode(before, old);
        _code.Encode(after, wanted);
        for (int cell = 0; cell < _checks!.Count; cell++)
        {
            uint number = FirstCheckCell + (first << ByteBits) + (uint)cell;
            CellState state = Read(_checks.Level(old, cell), _checks.Level(wanted, cell), _checkScale!, cut, number);
            _checks.Write(check, cell, (byte)state.Read);
        }

        return _code.Decode(read, check);
    }

    private static Diagnostic Misfit(int bits) => LevelFinding.Of(
        ArrayCodes.BadErrorCorrection, "ecc.data_bits", bits, "8, 16 or a multiple of 32, for words of 32 bits that firmware writes");

    /// <summary>The random numbers of one cut: two of each cell, and one of the whole word.</summary>
    private readonly record struct Cut(WritePoint Point, Philox Draws, uint Write)
    {
        /// <summary>Pulses that a cell has followed.</summary>
        public double PulsesOf(uint cell)
        {
            double share = Number(Point.Cells == CellProgress.Together ? Everybody : cell, isReading: false);
            return (Point.Cells, Point.Moment) switch
            {
                (CellProgress.Together, WriteMoment.Between) => Point.Pulse,
                (CellProgress.Together, _) => Point.Pulse - 1 + share,
                (_, WriteMoment.Between) => Math.Floor(share * (Point.Pulse + 1)),
                _ => share * Point.Pulse,
            };
        }

        public double Reading(uint cell) => Number(cell, isReading: true);

        private double Number(uint cell, bool isReading)
        {
            uint point = ((uint)Point.Pulse << 3) | ((uint)Point.Moment << 1) | (uint)Point.Cells;
            (uint first, uint second, uint third, uint fourth) = Draws.Block(Write, point, cell, 1);
            (uint high, uint low) = isReading ? (third, fourth) : (first, second);
            return Philox.Uniform(high, low);
        }
    }
}
