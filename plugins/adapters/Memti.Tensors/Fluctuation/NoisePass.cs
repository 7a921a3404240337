using System.Runtime.CompilerServices;
using Memti.Tensors.Buffers;
using Memti.Tensors.Kernels;
using Memti.Tensors.Numerics;

namespace Memti.Tensors.Fluctuation;

/// <summary>
/// Adds the noise of reads to a layer's outputs: z += sigma n, where sigma is common to the channels of a pixel and n is a standard normal
/// number of its own for each output, which seed, layer, draw, image, pixel and channel decide.
/// </summary>
internal unsafe struct NoisePass
{
    /// <summary>Normal numbers of one random block: 16 bits for each.</summary>
    private const int Numbers = 8;

    /// <summary>Normal numbers of half a block.</summary>
    private const int Half = Numbers / 2;

    public Map Outputs;

    /// <summary>Sums of h(q), shape [images, rows + 2, columns + 2] of the input, with zero borders.</summary>
    public float* Heights;

    /// <summary>Standard deviation of each pixel, shape [images, height, width].</summary>
    public float* Deviations;

    /// <summary>Sums of noise times gradient, shape [images].</summary>
    public double* Sums;

    /// <summary>Columns of the input with its borders.</summary>
    public int HeightRow;

    /// <summary>Sums of one image in <see cref="Heights"/>.</summary>
    public int HeightImage;

    public int Channels;
    public int Stride;
    public float Scale;
    public uint Key0;
    public uint Key1;
    public uint Draw;
    public uint FirstImage;

    /// <summary>Adds the noise to the outputs.</summary>
    public void Add(Workers workers)
    {
        fixed (NoisePass* self = &this)
            workers.Run(Outputs.Images, &Add, self);
    }

    /// <summary>Sums the same noise times the gradient of the outputs.</summary>
    public void Multiply(Workers workers)
    {
        fixed (NoisePass* self = &this)
            workers.Run(Outputs.Images, &Multiply, self);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(void* context, int image)
    {
        NoisePass* pass = (NoisePass*)context;
        Map z = pass->Outputs;
        float* deviations = pass->Deviations + ((nint)image * z.Height * z.Width);
        fixed (float* quantiles = NormalQuantiles.Values)
        {
            for (int row = 0; row < z.Height; row++)
                for (int column = 0; column < z.Width; column++)
                {
                    int pixel = (row * z.Width) + column;
                    float deviation = pass->Scale * MathF.Sqrt(pass->Window(image, row, column));
                    deviations[pixel] = deviation;
                    float* to = z.At(image, row, column);
                    for (int channel = 0; channel < pass->Channels; channel += Numbers)
                    {
                        (ulong first, ulong second) = pass->Block(image, pixel, channel);
                        Add(to + channel, first, pass->Channels - channel, deviation, quantiles);
                        Add(to + channel + Half, second, pass->Channels - channel - Half, deviation, quantiles);
                    }
                }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply(void* context, int image)
    {
        NoisePass* pass = (NoisePass*)context;
        Map dz = pass->Outputs;
        float* deviations = pass->Deviations + ((nint)image * dz.Height * dz.Width);
        double sum = 0;
        fixed (float* quantiles = NormalQuantiles.Values)
        {
            for (int row = 0; row < dz.Height; row++)
                for (int column = 0; column < dz.Width; column++)
                {
                    int pixel = (row * dz.Width) + column;
                    float* gradient = dz.At(image, row, column);
                    float products = 0;
                    for (int channel = 0; channel < pass->Channels; channel += Numbers)
                    {
                        (ulong first, ulong second) = pass->Block(image, pixel, channel);
                        products = Sum(products, gradient + channel, first, pass->Channels - channel, quantiles);
                        products = Sum(products, gradient + channel + Half, second, pass->Channels - channel - Half, quantiles);
                    }

                    sum += deviations[pixel] * (double)products;
                }
        }

        pass->Sums[image] = sum;
    }

    /// <summary>Adds the numbers of half a block to as many channels, or to the few that there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float* to, ulong bits, int channels, float deviation, float* quantiles)
    {
        if (channels >= Half)
        {
            to[0] += deviation * quantiles[(ushort)bits];
            to[1] += deviation * quantiles[(ushort)(bits >> 16)];
            to[2] += deviation * quantiles[(ushort)(bits >> 32)];
            to[3] += deviation * quantiles[bits >> 48];
            return;
        }

        for (int i = 0; i < channels; i++, bits >>= 16)
            to[i] += deviation * quantiles[(ushort)bits];
    }

    /// <summary>Adds the products of half a block and as many gradients, or of the few that there are, one after the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Sum(float sum, float* gradient, ulong bits, int channels, float* quantiles)
    {
        if (channels >= Half)
        {
            sum += gradient[0] * quantiles[(ushort)bits];
            sum += gradient[1] * quantiles[(ushort)(bits >> 16)];
            sum += gradient[2] * quantiles[(ushort)(bits >> 32)];
            return sum + (gradient[3] * quantiles[bits >> 48]);
        }

        for (int i = 0; i < channels; i++, bits >>= 16)
            sum += gradient[i] * quantiles[(ushort)bits];
        return sum;
    }

    private readonly (ulong First, ulong Second) Block(int image, int pixel, int channel) =>
        Philox.Block(Key0, Key1, (uint)(channel / Numbers), (uint)pixel, FirstImage + (uint)image, Draw);

    /// <summary>Sum of h(q) over the 3x3 window of an output.</summary>
    private readonly float Window(int image, int row, int column)
    {
        float* above = Heights + ((nint)image * HeightImage) + ((nint)row * Stride * HeightRow) + ((nint)column * Stride);
        float* level = above + HeightRow, below = level + HeightRow;
        return above[0] + above[1] + above[2] + (level[0] + level[1] + level[2]) + (below[0] + below[1] + below[2]);
    }
}
