using System.Text;

namespace Memti.Tensors.Networks;

/// <summary>Random numbers of one tensor: its name and the seed decide them, so that one more tensor moves no other.</summary>
/// <remarks>SplitMix64: Steele, Lea, Flood, OOPSLA 2014. Normal deviates by Box and Muller, 1958. Names by FNV-1a, 64 bit.</remarks>
internal struct RandomStream
{
    private ulong _state;

    public RandomStream(ulong seed, string name)
    {
        ulong hash = 14695981039346656037;
        foreach (byte letter in Encoding.UTF8.GetBytes(name))
            hash = (hash ^ letter) * 1099511628211;
        _state = seed ^ hash;
        _state = Next() ^ seed;
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Normal with mean 0 and variance 1.</summary>
    public double Normal()
    {
        double radius = Math.Sqrt(-2 * Math.Log(1 - Uniform()));
        return radius * Math.Cos(2 * Math.PI * Uniform());
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
