using System.Numerics;

namespace Memti.Plugins.Nvdla;

/// <summary>The multipliers as an array: channels of one input cube times kernels.</summary>
/// <remarks>Published for 64 (8 x 8), 1024 (32 x 32) and 2048 (64 x 32) multipliers, nvdla/hw spec/defs; the others are assumed: as many channels as kernels, or twice as many.</remarks>
/// <param name="Channels">Channels that are multiplied at once.</param>
/// <param name="Kernels">Kernels that are multiplied at once.</param>
internal readonly record struct AtomicCube(int Channels, int Kernels)
{
    private const int AtomicOperationsPerStripe = 16;

    /// <summary>Bytes that the buffer gives in a cycle: a cube of features, and all weights once in a stripe.</summary>
    public double BufferBytesPerCycle => Channels + ((double)Channels * Kernels / AtomicOperationsPerStripe);

    /// <summary>The array of a number of multipliers, a power of two.</summary>
    public static AtomicCube Of(int macs)
    {
        int bits = BitOperations.Log2((uint)macs);
        return new AtomicCube(1 << ((bits + 1) / 2), 1 << (bits / 2));
    }
}
