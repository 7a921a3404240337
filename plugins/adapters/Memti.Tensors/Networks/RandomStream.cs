using System.Text;
using Memti.Tensors.Numerics;

namespace Memti.Tensors.Networks;

/// <summary>Random numbers of one tensor. They depend only on its name and the seed, so adding a tensor changes no other.</summary>
/// <remarks>SplitMix64: Steele, Lea, Flood, OOPSLA 2014. Normal deviates by Box and Muller, 1958. Names by FNV-1a, 64 bit.</remarks>
internal struct RandomStream
{
    private ulong _state;

    public RandomStream(ulong seed, string name)
    {
        // Offset basis and prime of FNV-1a with 64 bits.
        ulong hash = 14695981039346656037;
        foreach (byte letter in Encoding.UTF8.GetBytes(name))
            hash = (hash ^ letter) * 1099511628211;
        _state = seed ^ hash;
        _state = Next() ^ seed;
    }

    /// <summary>Uniform in [0, 1), from 53 random bits, the digits of a double.</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Normal with mean 0 and variance 1.</summary>
    public double Normal()
    {
        // 1 - U lies in (0, 1], so the logarithm is finite.
        double radius = Math.Sqrt(-2 * Elementary.Log(1 - Uniform()));
        return radius * Elementary.Cos(2 * Math.PI * Uniform());
    }

    private ulong Next()
    {
        // Increment and multipliers of SplitMix64.
        _state += 0x9E3779B97F4A7C15;
        ulong mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
