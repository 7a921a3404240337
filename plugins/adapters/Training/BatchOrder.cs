using Memti.Abstractions.Randomness;

namespace Memti.Plugins.Adapters.Training;

/// <summary>
/// The order of images in each epoch. Without state: every epoch has a stream of random numbers of its own, so that training goes on from any step as if it had never
/// stopped.
/// </summary>
/// <param name="images">Number of images.</param>
/// <param name="batch">Images of a step; a last batch of an epoch that is not full is left out, unless it is the only one.</param>
/// <param name="seed">Seed of the training.</param>
internal sealed class BatchOrder(int images, int batch, ulong seed)
{
    private readonly Philox _random = Philox.Named(seed, "adapters/order");
    private readonly int[] _order = new int[images];
    private long _epoch = -1;

    /// <summary>Images of a step.</summary>
    internal int BatchSize { get; } = Math.Min(batch, images);

    /// <summary>Steps of one pass.</summary>
    internal int StepsPerEpoch => images / BatchSize;

    /// <summary>The images of a step, by index.</summary>
    internal ReadOnlySpan<int> Batch(long step)
    {
        long epoch = step / StepsPerEpoch;
        if (epoch != _epoch)
            Shuffle(epoch);
        return _order.AsSpan((int)(step % StepsPerEpoch) * BatchSize, BatchSize);
    }

    /// <summary>Fisher and Yates.</summary>
    private void Shuffle(long epoch)
    {
        for (int index = 0; index < images; index++)
            _order[index] = index;
        for (int last = images - 1; last > 0; last--)
        {
            (uint word, _, _, _) = _random.Block((uint)last, (uint)epoch, (uint)(epoch >> 32), 0);
            int other = (int)(((ulong)word * (ulong)(last + 1)) >> 32);
            (_order[last], _order[other]) = (_order[other], _order[last]);
        }

        _epoch = epoch;
    }
}
