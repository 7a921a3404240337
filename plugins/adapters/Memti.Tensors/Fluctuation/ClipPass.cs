using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Memti.Tensors.Buffers;
using Memti.Tensors.Kernels;

namespace Memti.Tensors.Fluctuation;

/// <summary>
/// The gradient of coded inputs, straight through the steps and none where the range cuts off: dX (+)= dX' where |x| is within the range.
/// </summary>
internal unsafe struct ClipPass
{
    /// <summary>Channels per vector of 512 bits.</summary>
    private const int Lanes = 16;

    public Map Input;
    public Map Coded;
    public Map Target;
    public float Range;
    public bool Add;

    public void Run(Workers workers)
    {
        fixed (ClipPass* self = &this)
            workers.Run(Input.Images, &Clip, self);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Clip(void* context, int image)
    {
        ClipPass* pass = (ClipPass*)context;
        int values = pass->Input.Width * pass->Input.Channels;
        Vector512<float> range = Vector512.Create(pass->Range);
        for (int row = 0; row < pass->Input.Height; row++)
        {
            float* x = pass->Input.At(image, row, 0), from = pass->Coded.At(image, row, 0), to = pass->Target.At(image, row, 0);
            for (int i = 0; i < values; i += Lanes)
            {
                Vector512<float> kept = Vector512.LessThanOrEqual(Vector512.Abs(Vector512.Load(x + i)), range) & Vector512.Load(from + i);
                (pass->Add ? Vector512.Load(to + i) + kept : kept).Store(to + i);
            }
        }
    }
}
