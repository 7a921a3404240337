using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Memti.Tensors.Kernels;
using Memti.Tensors.Values;

namespace Memti.Tensors.Optimisation;

/// <summary>
/// Stochastic gradient descent: v = momentum v + g + decay w, w = w - rate v. As in PyTorch, without dampening and without Nesterov
/// momentum.
/// </summary>
internal sealed unsafe class Sgd(Workers workers, double momentum)
{
    /// <summary>Floats per piece of work.</summary>
    private const int PieceLength = 16 * 1024;
    /// <summary>Floats per vector of 512 bits.</summary>
    private const int Lanes = 16;

    /// <summary>Performs one step of one tensor.</summary>
    public void Step(NetworkTensor tensor, double rate, double decay)
    {
        Pass pass = new()
        {
            Values = tensor.Values,
            Gradient = tensor.Gradient,
            Velocity = tensor.Momentum,
            Count = tensor.StoredCount,
            Momentum = (float)momentum,
            Rate = (float)rate,
            Decay = (float)decay,
        };
        workers.Run((pass.Count + PieceLength - 1) / PieceLength, &Piece, &pass);
        tensor.Changed();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Piece(void* context, int piece)
    {
        Pass* pass = (Pass*)context;
        float* values = pass->Values, gradient = pass->Gradient, velocity = pass->Velocity;
        Vector512<float> momentum =
            Vector512.Create(pass->Momentum), rate = Vector512.Create(pass->Rate), decay = Vector512.Create(pass->Decay);
        int end = Math.Min(pass->Count, (piece + 1) * PieceLength);
        for (int i = piece * PieceLength; i < end; i += Lanes)
        {
            // Separate products and sums, no fused operation: every processor rounds them alike.
            Vector512<float> value = Vector512.Load(values + i), slope = (decay * value) + Vector512.Load(gradient + i);
            Vector512<float> moved = (momentum * Vector512.Load(velocity + i)) + slope;
            moved.Store(velocity + i);
            (value - (rate * moved)).Store(values + i);
        }
    }

    private struct Pass
    {
        public float* Values;
        public float* Gradient;
        public float* Velocity;
        public int Count;
        public float Momentum;
        public float Rate;
        public float Decay;
    }
}
