using Memti.Abstractions.Randomness;

namespace Memti.Trainers.Batches;

/// <summary>
/// Order of images in each epoch. Stateless: every epoch has its own stream of random numbers, so training can resume at any step as if it
/// had never stopped.
/// </summary>
/// <param name="images">Number of images.</param>
/// <param name="batch">Images per step. A last batch that is not full is dropped, unless it is the only one.</param>
/// <param name="seed">Seed of the training.</param>
public sealed class BatchOrder(int images, int batch, ulong seed)
{
    private readonly Philox _random = Philox.Named(seed, "adapters/order");
    private readonly int[] _order = new int[images];
    private long _epoch = -1;

    /// <summary>Number of images per step.</summary>
    public int BatchSize { get; } = Math.Min(batch, images);

    /// <summary>Number of steps per epoch.</summary>
    public int StepsPerEpoch => images / BatchSize;

    /// <summary>Indices of the images of a step.</summary>
    public ReadOnlySpan<int> Batch(long step)
    {
        long epoch = step / StepsPerEpoch;
        if (epoch != _epoch)
            Shuffle(epoch);
        return _order.AsSpan((int)(step % StepsPerEpoch) * BatchSize, BatchSize);
    }

    /// <summary>Shuffles the images of an epoch (Fisher and Yates).</summary>
    private void Shuffle(long epoch)
    {
        // From the natural order each time: the order of an epoch must not depend on the epochs before it.
        for (int index = 0; index < images; index++)
            _order[index] = index;
        for (int last = images - 1; last > 0; last--)
        {
            (uint word, _, _, _) = _random.Block((uint)last, (uint)epoch, (uint)(epoch >> 32), 0);
            // Upper half of the product: uniform to (last + 1) / 2^32, without a division.
            int other = (int)(((ulong)word * (ulong)(last + 1)) >> 32);
            (_order[last], _order[other]) = (_order[other], _order[last]);
        }

        _epoch = epoch;
    }
}
