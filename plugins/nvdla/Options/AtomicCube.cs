using System.Globalization;
using System.Numerics;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;

namespace Memti.Plugins.Nvdla.Options;

/// <summary>
/// Shape of the multiplier array: channels of one input cube times kernels. MAC_ATOMIC_C_SIZE x MAC_ATOMIC_K_SIZE of nvdla/hw, spec/defs.
/// </summary>
/// <param name="Channels">Channels multiplied in one cycle.</param>
/// <param name="Kernels">Kernels multiplied in one cycle.</param>
internal readonly record struct AtomicCube(int Channels, int Kernels)
{
    /// <summary>Value of a file or option that selects the workbook's cycle rule, which has no shape.</summary>
    public const string None = "none";

    /// <summary>
    /// Positions with the same weights in one stripe: the time in which the next weights load. The minimum that hides loading
    /// (docs/models/nvdla.md).
    /// </summary>
    private const int AtomicOperationsPerStripe = 16;

    /// <summary>Bytes that the buffer delivers per cycle: a cube of features, and all weights once per stripe.</summary>
    public double BufferBytesPerCycle => Channels + ((double)Channels * Kernels / AtomicOperationsPerStripe);

    /// <summary>Default shape for a number of multipliers, a power of two.</summary>
    /// <remarks>
    /// Published for 64 (nv_small), 256 (nv_small_256), 512 (nv_medium_512), 1024 (nv_medium_1024_full) and 2048 (nv_large, nv_full). 32
    /// and 128 have no specification. Assumed: twice as many channels as kernels, as at 512 and 2048. Moves the cycles of layers with few
    /// channels.
    /// </remarks>
    public static AtomicCube Of(int macs)
    {
        // nv_small_256 widens nv_small by channels alone, which the rule below does not give.
        if (macs == 256)
            return new AtomicCube(32, 8);
        int bits = BitOperations.Log2((uint)macs);
        return new AtomicCube(1 << ((bits + 1) / 2), 1 << (bits / 2));
    }

    /// <summary>Parses a shape such as <c>64x32</c>.</summary>
    /// <param name="text">Channels x kernels.</param>
    /// <param name="macs">Number of multipliers, the product of both.</param>
    /// <exception cref="MemtiException">
    /// <see cref="DiagnosticCode.ValueOutOfRange"/>: another form, a side that is not a power of two, or another product.
    /// </exception>
    public static AtomicCube Parse(string text, int macs)
    {
        string[] sides = text.Split('x');
        return sides.Length == 2
            && TrySide(sides[0], out int channels)
            && TrySide(sides[1], out int kernels)
            && (long)channels * kernels == macs
            ? new AtomicCube(channels, kernels)
            : throw NvdlaLimits.Refuse(
                "array",
                text,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{None}, or channels x kernels, powers of two whose product is macs, {macs}, such as {Of(macs)}"));
    }

    /// <summary>Cycles of a layer: one for each cube of channels, block of kernels, tap and output position.</summary>
    public double Cycles(Layer layer)
    {
        long cubes = KernelShape.DivideUp(layer.InputChannels / layer.Groups, Channels);
        long blocks = KernelShape.DivideUp(layer.OutputChannels / layer.Groups, Kernels);
        // Floating point from the first factor on: seven factors could exceed 64 bits, and doubles are exact for whole numbers up to 2^53.
        return (double)cubes * blocks * layer.Groups * layer.KernelHeight * layer.KernelWidth * layer.OutputHeight * layer.OutputWidth;
    }

    /// <summary>The shape as files and options write it.</summary>
    public override string ToString() => FormattableString.Invariant($"{Channels}x{Kernels}");

    private static bool TrySide(string text, out int side) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out side) && BitOperations.IsPow2(side);
}
