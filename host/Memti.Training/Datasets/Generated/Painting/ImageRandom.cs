using Memti.Abstractions.Randomness;

namespace Memti.Training.Datasets.Generated.Painting;

/// <summary>The random draws of one image, independent of other images.</summary>
/// <param name="key">Stream of the part.</param>
/// <param name="image">Index of the image.</param>
internal sealed class ImageRandom(Philox key, uint image)
{
    private const double Step = 1.0 / 4294967296.0;
    private readonly uint[] _words = new uint[4];
    private uint _block;
    private int _left;

    /// <summary>32 random bits.</summary>
    public uint Word()
    {
        if (_left == 0)
        {
            // Stored in reverse, because words are taken from the end of the array.
            (_words[3], _words[2], _words[1], _words[0]) = key.Block(image, _block++, 0, 0);
            _left = 4;
        }

        return _words[--_left];
    }

    /// <summary>Uniform from 0 to below 1.</summary>
    public double Unit() => Word() * Step;

    /// <summary>Uniform integer from 0 to below <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(((ulong)Word() * (ulong)count) >> 32);

    public double Between(double low, double high) => low + (high - low) * Unit();

    public bool Coin() => (Word() & 1) != 0;

    /// <summary>1 or -1.</summary>
    public int Sign() => Coin() ? 1 : -1;
}
