using System.Runtime.CompilerServices;
using Memti.Tensors.Buffers;
using Memti.Tensors.Kernels;

namespace Memti.Tensors.Convolutions;

/// <summary>
/// Z(y, x) (+)= sum over taps of X(y s + row, x s + column) times packed weights: a forward convolution, or one phase of backward data.
/// Border pixels skip the part of their taps that would only add zeros.
/// </summary>
internal unsafe struct ConvolutionPass
{
    /// <summary>Groups of four pixels in a chunk: a multiple of three and of six, so that both tiles divide it without a rest.</summary>
    private const int ChunkGroups = 48;

    /// <summary>Most groups of one tile call: six in <see cref="KernelFunctions.Tile16"/>.</summary>
    private const int MostGroups = 6;

    /// <summary>Most strips of one pass: as many as <see cref="Divide"/> adds.</summary>
    private const int MostStrips = 6;

    /// <summary>
    /// Widest output whose border columns form strips of their own. In wider ones zeros cost less than columns that are far apart in
    /// memory. Moves speed alone.
    /// </summary>
    private const int CutWidth = 8;

    /// <summary>Rows of weights that one sweep keeps in the first-level cache: 288 x 32 floats are 36 KiB. Moves speed alone.</summary>
    private const int BlockRows = 288;

    /// <summary>Number of pieces of work to aim for, so that two or three threads finish together.</summary>
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

    /// <summary>
    /// Destination of results: rows and columns <see cref="Spread"/> apart, from (<see cref="FirstRow"/>, <see cref="FirstColumn"/>).
    /// </summary>
    public int Spread;
    public int FirstRow;
    public int FirstColumn;
    public int Height;
    public int Width;

    private Strip* _strips;
    private int _stripCount;
    private int _chunks;
    private int _panelsPerPiece;

    private readonly int Panels => (Z.Channels + 31) / 32;

    /// <summary>Runs the pass on all threads.</summary>
    public void Run(Workers workers)
    {
        Strip* strips = stackalloc Strip[MostStrips];
        _strips = strips;
        (_stripCount, _chunks) = (0, 0);
        Divide();
        int parts = Math.Min(Panels, Math.Max(1, (WantedPieces + _chunks - 1) / _chunks));
        _panelsPerPiece = (Panels + parts - 1) / parts;
        parts = (Panels + _panelsPerPiece - 1) / _panelsPerPiece;
        // Pieces are fixed before threads start and never share an output, so the sums do not depend on the number of threads.
        fixed (ConvolutionPass* self = &this)
            workers.Run(_chunks * parts, &Piece, self);
    }

    /// <summary>
    /// Divides the output into strips. Border columns are grouped over four images, so they can skip zeros. The last one to three images
    /// use groups of neighbouring columns instead.
    /// </summary>
    private void Divide()
    {
        Strip neighbours = new()
        {
            ImageStep = 1,
            ColumnStep = 4,
            SourceStep = (nint)Stride * X.Channels,
            TargetStep = (nint)Spread * Z.Channels
        };
        Strip images = new() { ImageStep = 4, ColumnStep = 1, SourceStep = X.Image, TargetStep = Z.Image };
        Strip alone = new() { ImageStep = 1, ColumnStep = 1 };
        int most = Z.Images / 4 * 4, few = Z.Images % 4, left = IsCut(0) ? 1 : 0, right = Width > 1 && IsCut(Width - 1) ? 1 : 0;
        int inner = Width - left - right, wide = inner / 4 * 4;
        AddStrip(neighbours, 0, most, left, wide);
        AddStrip(images, 0, most, left + wide, inner - wide);
        AddStrip(images, 0, most, 0, left);
        AddStrip(images, 0, most, Width - 1, right);
        AddStrip(neighbours, most, few, 0, Width / 4 * 4);
        AddStrip(alone, most, few, Width / 4 * 4, Width % 4);
    }

    /// <summary>True when a border shortens the taps of a column and the output is narrow enough for it to pay.</summary>
    private readonly bool IsCut(int column)
    {
        for (int tap = 0; tap < TapCount && Width <= CutWidth; tap++)
            if (Taps[tap].Within(column * Stride, X.Width, X.Channels) != Taps[tap])
                return true;
        return false;
    }

    private void AddStrip(Strip strip, int firstImage, int images, int firstColumn, int columns)
    {
        (strip.FirstImage, strip.FirstColumn, strip.GroupsPerRow) = (firstImage, firstColumn, columns / strip.ColumnStep);
        strip.Groups = images / strip.ImageStep * Height * strip.GroupsPerRow;
        if (strip.Groups == 0)
            return;
        for (int index = 0; index < TapCount; index++)
        {
            Tap tap = columns == 1 ? Taps[index].Within(firstColumn * Stride, X.Width, X.Channels) : Taps[index];
            if (tap.Pixels > 0)
                strip.Taps[strip.TapCount++] = tap;
        }

        strip.FirstChunk = _chunks;
        _chunks += (strip.Groups + ChunkGroups - 1) / ChunkGroups;
        _strips[_stripCount++] = strip;
    }

    private static void Piece(void* context, int piece)
    {
        ConvolutionPass* pass = (ConvolutionPass*)context;
        int chunk = piece % pass->_chunks, strip = pass->_stripCount - 1;
        while (pass->_strips[strip].FirstChunk > chunk)
            strip--;
        pass->Chunk(in pass->_strips[strip], chunk, piece / pass->_chunks * pass->_panelsPerPiece);
    }

    [SkipLocalsInit]
    private readonly void Chunk(in Strip strip, int chunk, int firstPanel)
    {
        const int length = ChunkGroups + MostGroups;
        nint* sources = stackalloc nint[length * Taps.Capacity], targets = stackalloc nint[length * Taps.Capacity];
        int* counts = stackalloc int[Taps.Capacity];
        int first = (chunk - strip.FirstChunk) * ChunkGroups, end = Math.Min(strip.Groups, first + ChunkGroups);
        for (int tap = 0; tap < strip.TapCount; tap++)
            counts[tap] = List(in strip, strip.Taps[tap].Row, first, end, sources + (tap * length), targets + (tap * length));

        int lastPanel = Math.Min(Panels, firstPanel + _panelsPerPiece);
        for (int panel = firstPanel; panel < lastPanel; panel++)
            Panel(in strip, panel, sources, targets, counts, length);
        if (Epilogue.Scale != null)
            Epilogue.Apply(Z.Start, targets, counts[0], strip.TargetStep, firstPanel * 32, Math.Min(Z.Channels, lastPanel * 32));
    }

    private readonly void Panel(in Strip strip, int panel, nint* sources, nint* targets, int* counts, int length)
    {
        int columns = Math.Min(32, Z.Channels - (panel * 32)), groups = columns == 32 ? 3 : 6;
        delegate*<in Tile, void> kernel = columns == 32 ? Kernel.Tile32 : Kernel.Tile16;
        float* weights = Packed + ((nint)panel * 32 * PackedRows);
        Tile tile = new()
        {
            RowStep = strip.SourceStep * sizeof(float),
            AStep = sizeof(float),
            BStep = columns * sizeof(float),
            Runs = 1,
            C = Z.Start + (panel * 32),
            CStep = strip.TargetStep * sizeof(float),
            Accumulate = Add,
        };
        for (int index = 0; index < strip.TapCount; index++)
        {
            Tap tap = strip.Taps[index];
            float* source = X.Start + ((nint)tap.Row * X.Row) + ((nint)tap.Column * X.Channels);
            nint* from = sources + (index * length), to = targets + (index * length);
            int rows = tap.Pixels * X.Channels;
            for (int row = 0; row < rows; row += BlockRows)
            {
                tile.Length = Math.Min(BlockRows, rows - row);
                tile.A = source + row;
                tile.B = weights + ((nint)(tap.WeightRow + row) * columns);
                for (int group = 0; group < counts[index]; group += groups)
                {
                    tile.AOffsets = from + group;
                    tile.COffsets = to + group;
                    tile.Groups = Math.Min(groups, counts[index] - group);
                    kernel(in tile);
                }

                // The first tap of a pass reaches every pixel and overwrites; all further taps and blocks add, in this fixed order.
                tile.Accumulate = true;
            }
        }
    }

    /// <summary>
    /// Lists the groups of a chunk with their places in input and output. Groups whose source row is a border add nothing and are skipped.
    /// </summary>
    private readonly int List(in Strip strip, int tapRow, int first, int end, nint* sources, nint* targets)
    {
        int count = 0, perRow = strip.GroupsPerRow, place = first % perRow, row = first / perRow % Height, set = first / perRow / Height;
        nint sourceStep = (nint)strip.ColumnStep * Stride * X.Channels, targetStep = (nint)strip.ColumnStep * Spread * Z.Channels;
        for (int left = end - first; left > 0; place = 0)
        {
            int image =
                strip.FirstImage + (set * strip.ImageStep), column =
                    strip.FirstColumn + (place * strip.ColumnStep), groups = Math.Min(left, perRow - place);
            if ((uint)((row * Stride) + tapRow) < (uint)X.Height)
            {
                nint source = X.Offset(
                    image,
                    row * Stride,
                    column * Stride), target = Z.Offset(image, (row * Spread) + FirstRow, (column * Spread) + FirstColumn);
                for (int i = 0; i < groups; i++, source += sourceStep, target += targetStep)
                    (sources[count], targets[count++]) = (source, target);
            }

            left -= groups;
            if (++row == Height)
                (row, set) = (0, set + 1);
        }

        return Fill(count, sources, targets);
    }

    private static int Fill(int count, nint* sources, nint* targets)
    {
        // Kernels read a full set of groups; unused ones repeat the last, whose results are written again with the same values.
        for (int group = count; group < count + MostGroups && count > 0; group++)
            (sources[group], targets[group]) = (sources[count - 1], targets[count - 1]);
        return count;
    }
}
