using System.Globalization;
using System.Numerics;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;

namespace Memti.Plugins.Nvdla.Options;

/// <summary>The multipliers as an array: channels of one input cube times kernels, MAC_ATOMIC_C_SIZE x MAC_ATOMIC_K_SIZE of nvdla/hw, spec/defs.</summary>
/// <param name="Channels">Channels that are multiplied at once.</param>
/// <param name="Kernels">Kernels that are multiplied at once.</param>
internal readonly record struct AtomicCube(int Channels, int Kernels)
{
    /// <summary>What a file or an option says for cycles by the workbook's rule, which knows no shape.</summary>
    public const string None = "none";

    private const int AtomicOperationsPerStripe = 16;

    /// <summary>Bytes that the buffer gives in a cycle: a cube of features, and all weights once in a stripe.</summary>
    public double BufferBytesPerCycle => Channels + ((double)Channels * Kernels / AtomicOperationsPerStripe);

    /// <summary>The array of a number of multipliers, a power of two.</summary>
    /// <remarks>
    /// Published for 64 (nv_small), 256 (nv_small_256), 512 (nv_medium_512), 1024 (nv_medium_1024_full) and 2048 (nv_large, nv_full). 32 and 128 have no
    /// specification; assumed: as many channels as kernels, or twice as many.
    /// </remarks>
    public static AtomicCube Of(int macs)
    {
        if (macs == 256)
            return new AtomicCube(32, 8);
        int bits = BitOperations.Log2((uint)macs);
        return new AtomicCube(1 << ((bits + 1) / 2), 1 << (bits / 2));
    }

    /// <summary>Reads a shape such as <c>64x32</c>.</summary>
    /// <param name="text">Channels x kernels.</param>
    /// <param name="macs">Multipliers, the product of both.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.ValueOutOfRange"/> for another form, a side that is not a power of two, or another product.</exception>
    public static AtomicCube Parse(string text, int macs)
    {
        string[] sides = text.Split('x');
        return sides.Length == 2 && TrySide(sides[0], out int channels) && TrySide(sides[1], out int kernels) && (long)channels * kernels == macs
            ? new AtomicCube(channels, kernels)
            : throw NvdlaLimits.Refuse("array", text, FormattableString.Invariant(
                $"{None}, or channels x kernels, powers of two whose product is macs, {macs}, such as {Of(macs)}"));
    }

    /// <summary>Cycles in which a layer's products pass through the array: one for each cube of channels, block of kernels, tap and output position.</summary>
    public double Cycles(Layer layer)
    {
        long cubes = KernelShape.DivideUp(layer.InputChannels / layer.Groups, Channels);
        long blocks = KernelShape.DivideUp(layer.OutputChannels / layer.Groups, Kernels);
        return (double)cubes * blocks * layer.Groups * layer.KernelHeight * layer.KernelWidth * layer.OutputHeight * layer.OutputWidth;
    }

    /// <summary>As a file or an option has it.</summary>
    public override string ToString() => FormattableString.Invariant($"{Channels}x{Kernels}");

    private static bool TrySide(string text, out int side) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out side) && BitOperations.IsPow2(side);
}
