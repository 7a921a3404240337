using System.Runtime.CompilerServices;

namespace Memti.Tensors;

/// <summary>
/// Z(y, x) (+)= sum over taps of X(y s + row, x s + column) times packed weights: a forward convolution, or one phase of backward data. Rows of tiles are four
/// neighbouring pixels; the columns left over at the right come as the same pixel of four images, or, of the last images, alone.
/// </summary>
internal unsafe struct ConvolutionPass
{
    /// <summary>Groups of four pixels in a chunk: a multiple of six, for both tiles.</summary>
    private const int ChunkGroups = 48;

    private const int MostGroups = 6;

    /// <summary>Rows of weights that one sweep over a chunk keeps in the first-level cache.</summary>
    private const int BlockRows = 288;

    /// <summary>Pieces of work aimed at, so that two or three threads end together.</summary>
    private const int WantedPieces = 32;

    public Map X;
    public Map Z;
    public float* Packed;
    public int PackedRows;
    public Taps Taps;
    public int TapCount;
    public int Stride;
    public bool Add;
    public KernelFunctions Kernel;
    public Epilogue Epilogue;

    /// <summary>Where results go: rows and columns <see cref="Spread"/> apart from (<see cref="FirstRow"/>, <see cref="FirstColumn"/>).</summary>
    public int Spread;
    public int FirstRow;
    public int FirstColumn;
    public int Height;
    public int Width;

    private Chunks _rows;
    private Chunks _columns;
    private Chunks _singles;
    private int _chunks;
    private int _panelsPerPiece;

    private readonly int Panels => (Z.Channels + 31) / 32;

    /// <summary>Runs the pass on all threads.</summary>
    public void Run(Workers workers)
    {
        int images = Z.Images, narrow = Width % 4;
        _rows = new Chunks(images * Height * (Width / 4), 0);
        _columns = new Chunks(images / 4 * Height * narrow, _rows.End);
        _singles = new Chunks(images % 4 * Height * narrow, _columns.End);
        _chunks = _singles.End;
        int parts = Math.Min(Panels, Math.Max(1, (WantedPieces + _chunks - 1) / _chunks));
        _panelsPerPiece = (Panels + parts - 1) / parts;
        parts = (Panels + _panelsPerPiece - 1) / _panelsPerPiece;
        fixed (ConvolutionPass* self = &this)
            workers.Run(_chunks * parts, &Piece, self);
    }

    private static void Piece(void* context, int piece)
    {
        ConvolutionPass* pass = (ConvolutionPass*)context;
        pass->Chunk(piece % pass->_chunks, piece / pass->_chunks * pass->_panelsPerPiece);
    }

    [SkipLocalsInit]
    private readonly void Chunk(int chunk, int firstPanel)
    {
        const int length = ChunkGroups + MostGroups;
        nint* sources = stackalloc nint[length * Taps.Capacity], targets = stackalloc nint[length * Taps.Capacity];
        int* counts = stackalloc int[Taps.Capacity];
        Chunks kind = chunk < _rows.End ? _rows : chunk < _columns.End ? _columns : _singles;
        int first = (chunk - kind.Start) * ChunkGroups, end = Math.Min(kind.Groups, first + ChunkGroups);
        for (int tap = 0; tap < TapCount; tap++)
            counts[tap] = kind.Start == _rows.Start && kind.End == _rows.End
                ? ListRows(Taps[tap].Row, first, end, sources + (tap * length), targets + (tap * length))
                : ListColumns(Taps[tap].Row, first, end, kind.Start == _singles.Start && kind.End == _singles.End, sources + (tap * length), targets + (tap * length));

        (nint sourceStep, nint targetStep) = chunk < _rows.End ? ((nint)Stride * X.Channels, (nint)Spread * Z.Channels)
            : chunk < _columns.End ? ((nint)X.Image, (nint)Z.Image) : (0, 0);
        int lastPanel = Math.Min(Panels, firstPanel + _panelsPerPiece);
        for (int panel = firstPanel; panel < lastPanel; panel++)
            Panel(panel, sources, targets, counts, length, sourceStep, targetStep);
        if (Epilogue.Scale != null)
            Epilogue.Apply(Z.Start, targets, counts[0], targetStep, firstPanel * 32, Math.Min(Z.Channels, lastPanel * 32));
    }

    private readonly void Panel(int panel, nint* sources, nint* targets, int* counts, int length, nint sourceStep, nint targetStep)
    {
        int columns = Math.Min(32, Z.Channels - (panel * 32)), groups = columns == 32 ? 3 : 6;
        delegate*<in Tile, void> kernel = columns == 32 ? Kernel.Tile32 : Kernel.Tile16;
        float* weights = Packed + ((nint)panel * 32 * PackedRows);
        Tile tile = new()
        {
            RowStep = sourceStep * sizeof(float),
            AStep = sizeof(float),
            BStep = columns * sizeof(float),
            Runs = 1,
            C = Z.Start + (panel * 32),
            CStep = targetStep * sizeof(float),
            Accumulate = Add,
        };
        for (int index = 0; index < TapCount; index++)
        {
            Tap tap = Taps[index];
            float* source = X.Start + ((nint)tap.Row * X.Row) + ((nint)tap.Column * X.Channels);
            nint* from = sources + (index * length), to = targets + (index * length);
            for (int row = 0; row < tap.Length; row += BlockRows)
            {
                tile.Length = Math.Min(BlockRows, tap.Length - row);
                tile.A = source + row;
                tile.B = weights + ((nint)(tap.WeightRow + row) * columns);
                for (int group = 0; group < counts[index]; group += groups)
                {
                    tile.AOffsets = from + group;
                    tile.COffsets = to + group;
                    tile.Groups = Math.Min(groups, counts[index] - group);
                    kernel(in tile);
                }

                tile.Accumulate = true;
            }
        }
    }

    /// <summary>Groups of four pixels side by side. Those whose source row is a border add nothing and are left out.</summary>
    private readonly int ListRows(int tapRow, int first, int end, nint* sources, nint* targets)
    {
        int wide = Width / 4, count = 0;
        int column = first % wide, row = first / wide % Height, image = first / wide / Height;
        for (int group = first; group < end; group++)
        {
            if ((uint)((row * Stride) + tapRow) < (uint)X.Height)
            {
                sources[count] = X.Offset(image, row * Stride, column * 4 * Stride);
                targets[count++] = Z.Offset(image, (row * Spread) + FirstRow, (column * 4 * Spread) + FirstColumn);
            }

            if (++column < wide)
                continue;
            column = 0;
            if (++row < Height)
                continue;
            (row, image) = (0, image + 1);
        }

        return Fill(count, sources, targets);
    }

    /// <summary>The same pixel of four images, or one pixel alone.</summary>
    private readonly int ListColumns(int tapRow, int first, int end, bool alone, nint* sources, nint* targets)
    {
        int narrow = Width % 4, count = 0;
        for (int group = first; group < end; group++)
        {
            int column = (Width / 4 * 4) + (group % narrow), row = group / narrow % Height, set = group / narrow / Height;
            int image = alone ? (Z.Images / 4 * 4) + set : set * 4;
            if ((uint)((row * Stride) + tapRow) >= (uint)X.Height)
                continue;
            sources[count] = X.Offset(image, row * Stride, column * Stride);
            targets[count++] = Z.Offset(image, (row * Spread) + FirstRow, (column * Spread) + FirstColumn);
        }

        return Fill(count, sources, targets);
    }

    private static int Fill(int count, nint* sources, nint* targets)
    {
        for (int group = count; group < count + MostGroups && count > 0; group++)
            (sources[group], targets[group]) = (sources[count - 1], targets[count - 1]);
        return count;
    }

    private readonly struct Chunks(int groups, int start)
    {
        public readonly int Groups = groups;
        public readonly int Start = start;
        public readonly int End = start + ((groups + ChunkGroups - 1) / ChunkGroups);
    }
}
