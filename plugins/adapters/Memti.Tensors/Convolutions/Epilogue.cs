using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Memti.Tensors.Convolutions;

/// <summary>
/// Batch norm, shortcut and ReLU of inference, applied to a convolution's output while it is in the cache: y = max(least, scale z + shift +
/// shortcut), in place. Uses the operations of <see cref="NormPass"/> in the same order, and so gives the same bits.
/// </summary>
internal unsafe struct Epilogue
{
    /// <summary>Channels per vector of 512 bits.</summary>
    private const int Lanes = 16;
    /// <summary>Pixels of a group.</summary>
    private const int GroupPixels = 4;

    /// <summary>Factor of each channel; null for no epilogue.</summary>
    public float* Scale;

    /// <summary>Offset of each channel.</summary>
    public float* Shift;

    /// <summary>First float of the shortcut, a map like the output; may be null.</summary>
    public float* Shortcut;

    /// <summary>True when a ReLU follows.</summary>
    public bool Rectify;

    /// <summary>
    /// Applies the epilogue to groups of four pixels, <paramref name="step"/> floats apart. A step of zero means single pixels.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Apply(float* start, nint* offsets, int groups, nint step, int firstChannel, int endChannel)
    {
        Vector512<float> least = Vector512.Create(Rectify ? 0 : float.NegativeInfinity);
        int pixels = step == 0 ? 1 : GroupPixels;
        for (int group = 0; group < groups; group++)
            for (int pixel = 0; pixel < pixels; pixel++)
            {
                nint offset = offsets[group] + (pixel * step);
                for (int channel = firstChannel; channel < endChannel; channel += Lanes)
                {
                    float* z = start + offset + channel;
                    Vector512<float> value = Vector512.MultiplyAddEstimate(
                        Vector512.Load(z), Vector512.Load(Scale + channel), Vector512.Load(Shift + channel));
                    if (Shortcut != null)
                        value += Vector512.Load(Shortcut + offset + channel);
                    Vector512.MaxNative(least, value).Store(z);
                }
            }
    }
}
