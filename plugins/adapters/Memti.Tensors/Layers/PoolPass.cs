using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Memti.Tensors.Buffers;
using Memti.Tensors.Convolutions;
using Memti.Tensors.Kernels;

namespace Memti.Tensors.Layers;

/// <summary>
/// Means over pixels: of a whole map, and the gradient of means over 2x2 pixels, whose forward form is part of <see cref="NormPass"/>.
/// </summary>
internal unsafe struct PoolPass
{
    /// <summary>Channels per vector of 512 bits.</summary>
    private const int Lanes = 16;

    private Map _large;
    private Map _small;

    /// <summary>Mean of all pixels; shapes [images, height, width, channels] and [1, 1, images, channels].</summary>
    public static void GlobalForward(Workers workers, Map x, Map pooled) => Run(workers, x, pooled, &GlobalForward);

    /// <summary>dX = the gradient of the means, divided among all pixels.</summary>
    public static void GlobalBackward(Workers workers, Map dpooled, Map dx) => Run(workers, dx, dpooled, &GlobalBackward);

    /// <summary>dX = a quarter of dY for each of 2x2 pixels. Channels that dX lacks are dropped.</summary>
    public static void AverageBackward(Workers workers, Map dy, Map dx) => Run(workers, dx, dy, &AverageBackward);

    private static void Run(Workers workers, Map large, Map small, delegate*<void*, int, void> work)
    {
        PoolPass pass = new() { _large = large, _small = small };
        workers.Run(large.Images, work, &pass);
    }

    private static void GlobalForward(void* context, int image)
    {
        PoolPass* pass = (PoolPass*)context;
        Map x = pass->_large;
        float* pooled = pass->_small.At(0, 0, image);
        Vector512<float> share = Vector512.Create(1f / (x.Height * x.Width));
        for (int channel = 0; channel < x.Channels; channel += Lanes)
        {
            // One thread sums all pixels of an image, row by row: the order does not depend on the number of threads.
            Vector512<float> sum = default;
            for (int row = 0; row < x.Height; row++)
                for (int column = 0; column < x.Width; column++)
                    sum += Vector512.Load(x.At(image, row, column) + channel);
            (sum * share).Store(pooled + channel);
        }
    }

    private static void GlobalBackward(void* context, int image)
    {
        PoolPass* pass = (PoolPass*)context;
        Map dx = pass->_large;
        float* pooled = pass->_small.At(0, 0, image);
        Vector512<float> share = Vector512.Create(1f / (dx.Height * dx.Width));
        for (int row = 0; row < dx.Height; row++)
            for (int column = 0; column < dx.Width; column++)
                for (int channel = 0; channel < dx.Channels; channel += Lanes)
                    (Vector512.Load(pooled + channel) * share).Store(dx.At(image, row, column) + channel);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AverageBackward(void* context, int image)
    {
        PoolPass* pass = (PoolPass*)context;
        Map dx = pass->_large;
        Vector512<float> quarter = Vector512.Create(0.25f);
        for (int row = 0; row < dx.Height; row++)
            for (int column = 0; column < dx.Width; column++)
            {
                float* dy = pass->_small.At(image, row / 2, column / 2), to = dx.At(image, row, column);
                for (int channel = 0; channel < dx.Channels; channel += Lanes)
                    (Vector512.Load(dy + channel) * quarter).Store(to + channel);
            }
    }
}
