using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Memti.Tensors.Buffers;
using Memti.Tensors.Kernels;

namespace Memti.Tensors.Fluctuation;

/// <summary>
/// Codes the inputs of a layer as sign and magnitude, image by image: x' = step q with |q| below 2^bits. Sums h(q) over the channels of
/// each pixel, and m(q) for each kernel position and channel.
/// </summary>
internal unsafe struct QuantizePass
{
    /// <summary>Channels per vector of 512 bits.</summary>
    private const int Lanes = 16;

    /// <summary>Kernel positions of a 3x3 convolution.</summary>
    private const int Taps = 9;

    public Map Input;
    public Map Output;

    /// <summary>Sums of h(q), shape [images, height + 2, width + 2] with zero borders.</summary>
    public float* Heights;

    /// <summary>Sums of m(q), shape [images, 9, channels]; null when nobody asks.</summary>
    public float* Pulses;

    /// <summary>Sums of squares, shape [images].</summary>
    public double* Squares;

    public float* Variance;
    public float* Energy;
    public float Step;
    public int Most;
    public int Stride;

    /// <summary>Sums the squares of all inputs.</summary>
    public void Measure(Workers workers)
    {
        fixed (QuantizePass* self = &this)
            workers.Run(Input.Images, &Measure, self);
    }

    /// <summary>Codes all inputs.</summary>
    public void Run(Workers workers)
    {
        fixed (QuantizePass* self = &this)
            workers.Run(Input.Images, &Quantize, self);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Measure(void* context, int image)
    {
        QuantizePass* pass = (QuantizePass*)context;
        double sum = 0;
        for (int row = 0; row < pass->Input.Height; row++)
        {
            float* x = pass->Input.At(image, row, 0);
            float squares = 0;
            int values = pass->Input.Width * pass->Input.Channels;
            // Lane by lane, then over the lanes: one order on every processor.
            Vector512<float> lanes = default;
            int i = 0;
            for (; i + Lanes <= values; i += Lanes)
            {
                Vector512<float> value = Vector512.Load(x + i);
                lanes += value * value;
            }

            for (int lane = 0; lane < Lanes; lane++)
                squares += lanes[lane];
            for (; i < values; i++)
                squares += x[i] * x[i];
            sum += squares;
        }

        pass->Squares[image] = sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Quantize(void* context, int image)
    {
        QuantizePass* pass = (QuantizePass*)context;
        Map input = pass->Input;
        int channels = input.Channels, stride = pass->Stride;
        float inverse = 1 / pass->Step, step = pass->Step, most = pass->Most;
        float* variance = pass->Variance;
        float* pulses = pass->Pulses != null ? pass->Pulses + ((nint)image * Taps * channels) : null;
        if (pulses != null)
            new Span<float>(pulses, Taps * channels).Clear();
        int* codes = stackalloc int[Lanes];
        float* energies = stackalloc float[Lanes];
        for (int row = 0; row < input.Height; row++)
        {
            float* heights = pass->Heights + ((((nint)image * (input.Height + 2)) + row + 1) * (input.Width + 2)) + 1;
            int rows = Reach(row, input.Height, stride);
            for (int column = 0; column < input.Width; column++)
            {
                float* x = input.At(image, row, column), y = pass->Output.At(image, row, column);
                int columns = Reach(column, input.Width, stride);
                float height = 0;
                for (int channel = 0; channel < channels; channel += Lanes)
                {
                    int count = Math.Min(Lanes, channels - channel);
                    if (count == Lanes)
                    {
                        Vector512<float> code = Vector512.Round(Vector512.Load(x + channel) * Vector512.Create(inverse));
                        // Where training diverged there may be no numbers; as codes they would lead outside the tables.
                        code = Vector512.ConditionalSelect(Vector512.Equals(code, code), code, default);
                        code = Vector512.Min(Vector512.Max(code, Vector512.Create(-most)), Vector512.Create(most));
                        (code * Vector512.Create(step)).Store(y + channel);
                        Vector512.ConvertToInt32Native(Vector512.Abs(code)).Store(codes);
                    }
                    else
                    {
                        for (int i = 0; i < count; i++)
                        {
                            float code = MathF.Round(x[channel + i] * inverse);
                            code = float.IsNaN(code) ? 0 : Math.Clamp(code, -most, most);
                            (y[channel + i], codes[i]) = (code * step, (int)Math.Abs(code));
                        }
                    }

                    height += Sum(variance, codes, count);
                    if (pulses == null)
                        continue;
                    for (int i = 0; i < count; i++)
                        energies[i] = pass->Energy[codes[i]];
                    Count(pulses + channel, energies, count, channels, rows, columns);
                }

                heights[column] = height;
            }
        }
    }

    /// <summary>Adds a pixel to the kernel positions under which it lies in some output.</summary>
    private static void Count(float* pulses, float* energies, int count, int channels, int rows, int columns)
    {
        Vector512<float> lanes = count == Lanes ? Vector512.Load(energies) : default;
        for (int tap = 0; tap < Taps; tap++)
        {
            if (((rows >> (tap / 3)) & (columns >> (tap % 3)) & 1) == 0)
                continue;
            float* sums = pulses + ((nint)tap * channels);
            if (count == Lanes)
                (Vector512.Load(sums) + lanes).Store(sums);
            for (int i = 0; i < count && count < Lanes; i++)
                sums[i] += energies[i];
        }
    }

    /// <summary>Sum of h(q) over some channels: four sums side by side, so that one does not wait for the other.</summary>
    private static float Sum(float* variance, int* codes, int count)
    {
        (float a, float b, float c, float d) = (0, 0, 0, 0);
        int i = 0;
        for (; i + 4 <= count; i += 4)
        {
            a += variance[codes[i]];
            b += variance[codes[i + 1]];
            c += variance[codes[i + 2]];
            d += variance[codes[i + 3]];
        }

        for (; i < count; i++)
            a += variance[codes[i]];
        return a + b + (c + d);
    }

    /// <summary>The kernel rows, or columns, under which a row of the input lies in some output, as bits.</summary>
    private static int Reach(int place, int size, int stride)
    {
        int reach = 0;
        for (int tap = 0; tap < 3; tap++)
        {
            int start = place + 1 - tap;
            if (start >= 0 && start % stride == 0 && start / stride < size / stride)
                reach |= 1 << tap;
        }

        return reach;
    }
}
