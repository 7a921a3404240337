using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Memti.Tensors.Buffers;
using Memti.Tensors.Kernels;

namespace Memti.Tensors.Convolutions;

/// <summary>
/// Loops of batch norms, image by image. Each image has its own slot for sums, so results do not depend on which thread takes it.
/// </summary>
internal unsafe struct NormPass
{
    /// <summary>Channels per vector of 512 bits.</summary>
    private const int Lanes = 16;

    public Map Input;
    public Map Output;
    public Map Other;
    public Map Copy;
    public int Channels;
    public bool Rectify;
    public bool Add;
    public float* Origin;
    public float* Scale;
    public float* Shift;
    public float* ByInput;
    public float* Partial;

    public void Run(Workers workers, delegate*<void*, int, void> work)
    {
        fixed (NormPass* self = &this)
            workers.Run(Input.Images, work, self);
    }

    /// <summary>Sums of z - origin and of its square, per channel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Moments(void* context, int image)
    {
        NormPass* pass = (NormPass*)context;
        int channels = pass->Channels, end = pass->Input.Width * channels;
        float* partial = pass->Partial + ((nint)image * 2 * channels);
        new Span<float>(partial, 2 * channels).Clear();
        for (int row = 0; row < pass->Input.Height; row++)
        {
            float* z = pass->Input.At(image, row, 0);
            for (int channel = 0; channel < channels; channel += Lanes)
            {
                // In float within a row and an image, in double over images: short sums lose little, and float is twice as fast.
                Vector512<float> origin = Vector512.Load(pass->Origin + channel), sum = Vector512.Load(partial + channel);
                Vector512<float> squares = Vector512.Load(partial + channels + channel);
                for (int i = channel; i < end; i += channels)
                {
                    Vector512<float> value = Vector512.Load(z + i) - origin;
                    sum += value;
                    squares = Vector512.MultiplyAddEstimate(value, value, squares);
                }

                sum.Store(partial + channel);
                squares.Store(partial + channels + channel);
            }
        }
    }

    /// <summary>y = max(least, scale z + shift), with a copy of z if one is wanted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Plain(void* context, int image)
    {
        NormPass* pass = (NormPass*)context;
        int channels = pass->Channels, width = pass->Input.Width;
        float* scale = pass->Scale, shift = pass->Shift;
        // One loop for both: without a ReLU the bound is minus infinity.
        Vector512<float> least = Vector512.Create(pass->Rectify ? 0 : float.NegativeInfinity);
        for (int row = 0; row < pass->Input.Height; row++)
        {
            float* z = pass->Input.At(image, row, 0), y = pass->Output.At(image, row, 0);
            float* copy = pass->Copy.Start != null ? pass->Copy.At(image, row, 0) : null;
            if (copy != null)
                new ReadOnlySpan<float>(z, width * channels).CopyTo(new Span<float>(copy, width * channels));
            for (int column = 0; column < width; column++, z += channels, y += channels)
                for (int channel = 0; channel < channels; channel += Lanes)
                    Vector512.MaxNative(
                        least,
                        Vector512.MultiplyAddEstimate(
                            Vector512.Load(z + channel),
                            Vector512.Load(scale + channel),
                            Vector512.Load(shift + channel))).Store(y + channel);
        }
    }

    /// <summary>y = max(0, scale z + shift + shortcut).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Identity(void* context, int image)
    {
        NormPass* pass = (NormPass*)context;
        int channels = pass->Channels, width = pass->Input.Width;
        float* scale = pass->Scale, shift = pass->Shift;
        for (int row = 0; row < pass->Input.Height; row++)
        {
            float* z = pass->Input.At(image, row, 0), y = pass->Output.At(image, row, 0), x = pass->Other.At(image, row, 0);
            for (int column = 0; column < width; column++, z += channels, y += channels, x += channels)
                for (int channel = 0; channel < channels; channel += Lanes)
                {
                    Vector512<float> norm = Vector512.MultiplyAddEstimate(
                        Vector512.Load(z + channel), Vector512.Load(scale + channel), Vector512.Load(shift + channel));
                    Vector512.MaxNative(default, norm + Vector512.Load(x + channel)).Store(y + channel);
                }
        }
    }

    /// <summary>
    /// y = max(0, norm(z) + shortcut), with the shortcut averaged over 2x2 pixels. Channels that the shortcut lacks are zero.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Averaged(void* context, int image)
    {
        NormPass* pass = (NormPass*)context;
        int channels = pass->Channels, width = pass->Input.Width, few = pass->Other.Channels;
        float* scale = pass->Scale, shift = pass->Shift;
        Vector512<float> quarter = Vector512.Create(0.25f);
        for (int row = 0; row < pass->Input.Height; row++)
        {
            float* z = pass->Input.At(image, row, 0), y = pass->Output.At(image, row, 0);
            float* above = pass->Other.At(image, 2 * row, 0), below = pass->Other.At(image, (2 * row) + 1, 0);
            for (int column = 0; column < width; column++, z += channels, y += channels, above += 2 * few, below += 2 * few)
                for (int channel = 0; channel < channels; channel += Lanes)
                {
                    Vector512<float> norm = Vector512.MultiplyAddEstimate(
                        Vector512.Load(z + channel), Vector512.Load(scale + channel), Vector512.Load(shift + channel));
                    if (channel < few)
                        norm = Vector512.MultiplyAddEstimate(
                            Sum(above + channel, above + few + channel, below + channel, below + few + channel), quarter, norm);
                    Vector512.MaxNative(default, norm).Store(y + channel);
                }
        }
    }

    /// <summary>Zeroes the gradient where the ReLU cut off, and sums it and its product with z - mean per channel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void GradientSums(void* context, int image)
    {
        NormPass* pass = (NormPass*)context;
        int channels = pass->Channels, end = pass->Input.Width * channels;
        float* partial = pass->Partial + ((nint)image * 2 * channels);
        new Span<float>(partial, 2 * channels).Clear();
        for (int row = 0; row < pass->Input.Height; row++)
        {
            float* z = pass->Input.At(image, row, 0), gradient = pass->Output.At(image, row, 0);
            float* y = pass->Rectify ? pass->Other.At(image, row, 0) : null;
            for (int channel = 0; channel < channels; channel += Lanes)
            {
                Vector512<float> mean = Vector512.Load(pass->Origin + channel), sum = Vector512.Load(partial + channel);
                Vector512<float> products = Vector512.Load(partial + channels + channel);
                for (int i = channel; i < end; i += channels)
                {
                    Vector512<float> value = Vector512.Load(gradient + i);
                    if (y != null)
                    {
                        // A comparison mask is all ones or zeros: and-ing keeps or clears the float.
                        value &= Vector512.GreaterThan(Vector512.Load(y + i), default);
                        value.Store(gradient + i);
                    }

                    sum += value;
                    products = Vector512.MultiplyAddEstimate(value, Vector512.Load(z + i) - mean, products);
                }

                sum.Store(partial + channel);
                products.Store(partial + channels + channel);
            }
        }
    }

    /// <summary>dZ (+)= scale g + byInput (z - mean) + constant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void InputGradient(void* context, int image)
    {
        NormPass* pass = (NormPass*)context;
        int channels = pass->Channels, width = pass->Input.Width;
        float* scale = pass->Scale, constant = pass->Shift, byInput = pass->ByInput, mean = pass->Origin;
        bool add = pass->Add;
        for (int row = 0; row < pass->Input.Height; row++)
        {
            float* z = pass->Input.At(image, row, 0), gradient = pass->Other.At(image, row, 0), dz = pass->Output.At(image, row, 0);
            for (int column = 0; column < width; column++, z += channels, gradient += channels, dz += channels)
                for (int channel = 0; channel < channels; channel += Lanes)
                {
                    Vector512<float> value = Vector512.MultiplyAddEstimate(
                        Vector512.Load(z + channel) - Vector512.Load(mean + channel),
                        Vector512.Load(byInput + channel),
                        Vector512.Load(constant + channel));
                    value = Vector512.MultiplyAddEstimate(Vector512.Load(gradient + channel), Vector512.Load(scale + channel), value);
                    (add ? value + Vector512.Load(dz + channel) : value).Store(dz + channel);
                }
        }
    }

    private static Vector512<float> Sum(float* a, float* b, float* c, float* d) =>
        Vector512.Load(a) + Vector512.Load(b) + (Vector512.Load(c) + Vector512.Load(d));
}
