using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Memti.Tensors.Convolutions;

/// <summary>
/// What inference does to the output of a convolution while it is still in the cache: y = max(least, scale z + shift + shortcut), in place, by the same
/// operations as <see cref="NormPass"/> and so to the same bits.
/// </summary>
internal unsafe struct Epilogue
{
    private const int Lanes = 16;
    private const int GroupPixels = 4;

    /// <summary>Factor of each channel; null where there is nothing to do.</summary>
    public float* Scale;

    /// <summary>Offset of each channel.</summary>
    public float* Shift;

    /// <summary>First float of a map like the output that is added; may be null.</summary>
    public float* Shortcut;

    /// <summary>Whether there is a ReLU.</summary>
    public bool Rectify;

    /// <summary>Groups of four pixels, <paramref name="step"/> floats apart; where that is zero the group is one pixel.</summary>
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
                    Vector512<float> value = Vector512.MultiplyAddEstimate(Vector512.Load(z), Vector512.Load(Scale + channel), Vector512.Load(Shift + channel));
                    if (Shortcut != null)
                        value += Vector512.Load(Shortcut + offset + channel);
                    Vector512.MaxNative(least, value).Store(z);
                }
            }
    }
}
