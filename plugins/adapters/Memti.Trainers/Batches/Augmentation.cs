using Memti.Abstractions.Randomness;

namespace Memti.Trainers.Batches;

/// <summary>
/// Random crops and mirroring. The view of an image depends only on the seed, the step and its place in the batch.
/// </summary>
/// <param name="padding">
/// Width in pixels of the border from which crops may take pixels. Border pixels have the mean colour, zero after normalisation.
/// </param>
/// <param name="mirror">True to mirror each image with probability one half.</param>
/// <param name="seed">Seed of the training.</param>
public sealed class Augmentation(int padding, bool mirror, ulong seed)
{
    private readonly Philox _random = Philox.Named(seed, "adapters/augmentation");

    /// <summary>Draws the view of one image.</summary>
    public View ViewOf(long step, int place)
    {
        (uint down, uint right, uint side, _) = _random.Block((uint)place, (uint)step, (uint)(step >> 32), 0);
        return new View(Shift(down), Shift(right), mirror && (side & 1) != 0);
    }

    // Multiply and keep the upper half: uniform to 2^-32, without a division.
    private int Shift(uint word) => (int)(((ulong)word * (ulong)((2 * padding) + 1)) >> 32) - padding;

    /// <summary>
    /// View of an image: pixel (y, x) shows pixel (y + Down, x + Right) of the image, counted from the right if mirrored.
    /// </summary>
    public readonly record struct View(int Down, int Right, bool Mirrored);
}
