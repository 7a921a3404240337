using System.Runtime.Intrinsics;
using Memti.Tensors.Buffers;
using Memti.Tensors.Kernels;

namespace Memti.Tensors.Convolutions;

/// <summary>
/// dW[tap, i, o] = sum over pixels of X(tap)[i] dZ[o], by the tiles of the convolutions with pixels as the inner dimension. Each tile adds
/// image after image in a fixed order, independent of the number of threads. A small gradient is computed for fixed slices of images, whose
/// results are added at the end.
/// </summary>
internal unsafe struct WeightGradient
{
    /// <summary>Number of pieces of a large gradient. Each piece reads all images once. Moves speed alone.</summary>
    private const int Pieces = 6;

    /// <summary>
    /// Slices of images for a small gradient, each with its own partial gradient. Fixed, because the order of additions depends on it.
    /// </summary>
    private const int Slices = 8;

    /// <summary>Largest small gradient in floats: 256 KiB, so that it stays in the second-level cache while images pass.</summary>
    private const int SmallSize = 64 * 1024;

    /// <summary>Most groups of one tile call: six in <see cref="KernelFunctions.Tile16"/>.</summary>
    private const int MostGroups = 6;
    /// <summary>Pixels per tile call, so that both operands stay in the first-level cache.</summary>
    private const int BlockPixels = 256;

    public Map X;
    public Map Dz;
    public int KernelSize;
    public int Stride;
    public KernelFunctions Kernel;

    /// <summary>Destination, shape [<see cref="Windows"/>, <see cref="Rows"/>, channels of dZ].</summary>
    public float* Target;

    /// <summary>Memory for the gradients of slices; its size is <see cref="ScratchFloats"/>.</summary>
    public float* Scratch;

    private int _pieces;
    private int _slices;

    /// <summary>Rows of the window. Each is one run of values.</summary>
    public readonly int Windows => KernelSize;

    /// <summary>Values of a run, rounded up to groups of four.</summary>
    public readonly int Rows => RowsOf(KernelSize, X.Channels);

    private readonly int TilesPerWindow(int columns) => ((Rows / 4) + GroupsOf(columns) - 1) / GroupsOf(columns);

    private readonly int Border => KernelSize / 2;

    private readonly int WidePanels => Dz.Channels / 32;

    private readonly int Tiles => Windows * ((WidePanels * TilesPerWindow(32)) + (Dz.Channels % 32 / 16 * TilesPerWindow(16)));

    private readonly int Size => Windows * Rows * Dz.Channels;

    /// <summary>Values of a run of a window over so many channels, rounded up to groups of four.</summary>
    public static int RowsOf(int kernelSize, int channels) => ((kernelSize * channels) + 3) / 4 * 4;

    /// <summary>Floats of scratch memory that a shape needs.</summary>
    public static long ScratchFloats(int kernelSize, int channels, int outputs)
    {
        long size = (long)kernelSize * RowsOf(kernelSize, channels) * outputs;
        return size <= SmallSize ? size * Slices : 0;
    }

    public void Run(Workers workers)
    {
        _slices = Size <= SmallSize ? Math.Min(Slices, X.Images) : 1;
        _pieces = Size <= SmallSize ? 1 : Math.Min(Tiles, Pieces);
        fixed (WeightGradient* self = &this)
            workers.Run(_pieces * _slices, &Piece, self);
        if (_slices > 1)
            AddSlices();
    }

    private static void Piece(void* context, int piece)
    {
        WeightGradient* gradient = (WeightGradient*)context;
        gradient->Part(piece % gradient->_pieces, piece / gradient->_pieces);
    }

    private readonly void Part(int piece, int slice)
    {
        int images = X.Images, first = (int)((long)images * slice / _slices), end = (int)((long)images * (slice + 1) / _slices);
        int firstTile = (int)((long)Tiles * piece / _pieces), endTile = (int)((long)Tiles * (piece + 1) / _pieces);
        float* target = _slices > 1 ? Scratch + ((nint)slice * Size) : Target;
        if (Stride == 1)
            WholeImages(target, first, end, firstTile, endTile);
        else
            RowByRow(target, first, end, firstTile, endTile);
    }

    /// <summary>
    /// Gradient at stride 1. Both maps have the same geometry and the borders of dZ are zero, so an image is one run of pixels, borders
    /// included.
    /// </summary>
    private readonly void WholeImages(float* target, int first, int end, int firstTile, int endTile)
    {
        int pixels = (Dz.Height * (Dz.Width + 1)) - 1, together = Math.Max(1, BlockPixels / pixels);
        for (int image = first; image < end; image += together)
            for (int pixel = 0; pixel < pixels; pixel += BlockPixels)
            {
                int length = Math.Min(BlockPixels, pixels - pixel);
                Tile tile = Runs(length, Math.Min(together, end - image), X.Image, Dz.Image, image > first || pixel > 0);
                float* gradient = Dz.At(image, 0, 0) + ((nint)pixel * Dz.Channels);
                Run(ref tile, target, X.At(image, -Border, -Border) + ((nint)pixel * X.Channels), gradient, firstTile, endTile);
            }
    }

    /// <summary>Gradient at stride 2, where each row of dZ is a run.</summary>
    private readonly void RowByRow(float* target, int first, int end, int firstTile, int endTile)
    {
        for (int image = first; image < end; image++)
        {
            Tile tile = Runs(Dz.Width, Dz.Height, Stride * X.Row, Dz.Row, image > first);
            Run(ref tile, target, X.At(image, -Border, -Border), Dz.At(image, 0, 0), firstTile, endTile);
        }
    }

    private readonly Tile Runs(int pixels, int runs, int sourceStep, int gradientStep, bool accumulate) => new()
    {
        RowStep = sizeof(float),
        AStep = (nint)Stride * X.Channels * sizeof(float),
        BStep = (nint)Dz.Channels * sizeof(float),
        Length = pixels,
        Runs = runs,
        ARunStep = (sourceStep - ((nint)pixels * Stride * X.Channels)) * sizeof(float),
        BRunStep = (gradientStep - ((nint)pixels * Dz.Channels)) * sizeof(float),
        CStep = (nint)Dz.Channels * sizeof(float),
        Accumulate = accumulate,
    };

    private readonly void Run(ref Tile tile, float* target, float* source, float* gradient, int firstTile, int endTile)
    {
        nint* groups = stackalloc nint[MostGroups], targets = stackalloc nint[MostGroups];
        tile.AOffsets = groups;
        tile.COffsets = targets;
        int perPanel = Windows * TilesPerWindow(32);
        for (int index = firstTile; index < endTile; index++)
        {
            // Tiles are numbered panel by panel; the last panel may be narrow, with 16 columns and its own number of tiles.
            int panel = Math.Min(index / perPanel, WidePanels), columns = panel < WidePanels ? 32 : 16, inPanel =
                index - (panel * perPanel);
            int perTile = GroupsOf(columns), tiles = TilesPerWindow(columns), window =
                inPanel / tiles, firstGroup = inPanel % tiles * perTile;
            tile.Groups = Math.Min(perTile, (Rows / 4) - firstGroup);
            for (int group = 0; group < perTile; group++)
            {
                int from = (firstGroup + Math.Min(group, tile.Groups - 1)) * 4;
                (groups[group], targets[group]) = (from, (nint)from * Dz.Channels);
            }

            tile.A = source + ((nint)window * X.Row);
            tile.B = gradient + (panel * 32);
            tile.C = target + ((nint)window * Rows * Dz.Channels) + (panel * 32);
            if (columns == 32)
                Kernel.Tile32(in tile);
            else
                Kernel.Tile16(in tile);
        }
    }

    private readonly void AddSlices()
    {
        for (int i = 0; i < Size; i += Map.ChannelStep)
        {
            // Slices are added in their order, by one thread.
            Vector512<float> sum = Vector512.Load(Scratch + i);
            for (int slice = 1; slice < _slices; slice++)
                sum += Vector512.Load(Scratch + ((nint)slice * Size) + i);
            sum.Store(Target + i);
        }
    }

    private static int GroupsOf(int columns) => columns == 32 ? 3 : 6;
}
