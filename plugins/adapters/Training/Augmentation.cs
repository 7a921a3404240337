using Memti.Abstractions.Randomness;

namespace Memti.Plugins.Adapters.Training;

/// <summary>Random crops and mirror images. What an image gets depends on the seed, the step and its place in the batch alone.</summary>
/// <param name="padding">Pixels around an image of which crops may take some; they have the mean colour, which is zero after normalisation.</param>
/// <param name="mirror">Whether every other image is mirrored.</param>
/// <param name="seed">Seed of the training.</param>
internal sealed class Augmentation(int padding, bool mirror, ulong seed)
{
    private readonly Philox _random = Philox.Named(seed, "adapters/augmentation");

    /// <summary>How one image is seen.</summary>
    internal View ViewOf(long step, int place)
    {
        (uint down, uint right, uint side, _) = _random.Block((uint)place, (uint)step, (uint)(step >> 32), 0);
        return new View(Shift(down), Shift(right), mirror && (side & 1) != 0);
    }

    private int Shift(uint word) => (int)(((ulong)word * (ulong)((2 * padding) + 1)) >> 32) - padding;

    /// <summary>How one image is seen: pixel (y, x) shows pixel (y + Down, x + Right) of the image, counted from the other side if mirrored.</summary>
    internal readonly record struct View(int Down, int Right, bool Mirrored);
}
