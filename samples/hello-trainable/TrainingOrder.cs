using Memti.Abstractions.Randomness;

namespace HelloTrainable;

/// <summary>The order of the images and how each is shown: a function of the seed and the position, so no state has to be saved.</summary>
internal sealed class TrainingOrder(ulong seed, int images)
{
    private readonly Philox _shuffle = Philox.Named(seed, "hello-trainable/order");
    private readonly Philox _show = Philox.Named(seed, "hello-trainable/augmentation");
    private int[] _order = [];
    private long _epoch = -1;

    public int Image(long epoch, int place)
    {
        if (epoch != _epoch)
            Shuffle(epoch);
        return _order[place];
    }

    /// <summary>Whether to mirror an image, and how far to move it.</summary>
    public (bool Mirror, int Right, int Down) Show(long epoch, int place, int padding, bool mirror)
    {
        (uint coin, uint right, uint down, _) = _show.Block((uint)epoch, (uint)place, 0, 0);
        return (mirror && coin % 2 == 1, Offset(right, padding), Offset(down, padding));
    }

    private static int Offset(uint random, int padding) => (int)(random % (uint)((2 * padding) + 1)) - padding;

    private void Shuffle(long epoch)
    {
        (_epoch, _order) = (epoch, [.. Enumerable.Range(0, images)]);
        for (int last = images - 1; last > 0; last--)
        {
            int other = (int)(_shuffle.Block((uint)epoch, (uint)last, 0, 0).Item1 % (uint)(last + 1));
            (_order[last], _order[other]) = (_order[other], _order[last]);
        }
    }
}
