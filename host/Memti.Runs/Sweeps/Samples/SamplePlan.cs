using Memti.Abstractions.Randomness;
using Memti.Runs.Sweeps.Documents;

namespace Memti.Runs.Sweeps.Samples;

/// <summary>Points in the unit cube. The same seed gives the same points, and each axis has a stream of its own.</summary>
internal sealed class SamplePlan
{
    private const double OfWord = 1.0 / 4294967296;

    private readonly SampleSpec _spec;
    private readonly Philox[] _streams;
    private readonly SobolSequence? _sobol;
    private readonly int[][] _strata;

    /// <summary>A plan.</summary>
    /// <param name="spec">What is drawn; a Sobol sequence has at most <see cref="SobolSequence.MostDimensions"/> dimensions.</param>
    /// <param name="dimensions">Number of axes.</param>
    public SamplePlan(SampleSpec spec, int dimensions)
    {
        _spec = spec;
        _streams = [.. Enumerable.Range(0, dimensions).Select(axis => Philox.Named((ulong)spec.Seed, $"sweep/axis {axis}"))];
        _sobol = spec.Method == SampleMethod.Sobol ? new SobolSequence(dimensions) : null;
        _strata = spec.Method == SampleMethod.LatinHypercube
            ? [.. Enumerable.Range(0, dimensions).Select(axis => Strata(spec, axis))]
            : [];
    }

    /// <summary>A coordinate of a point, in [0, 1).</summary>
    public double At(int point, int axis) => _spec.Method switch
    {
        // The shift keeps every property of the sequence and moves its first point from the corner.
        SampleMethod.Sobol => (_sobol!.At((uint)point, axis) ^ Word(axis, -1)) * OfWord,
        SampleMethod.LatinHypercube => (_strata[axis][point] + (Word(axis, point) * OfWord)) / _spec.Points,
        _ => Word(axis, point) * OfWord,
    };

    private uint Word(int axis, int point) => _streams[axis].Block((uint)point, point < 0 ? 1u : 0u, 0, 0).Item1;

    private static int[] Strata(SampleSpec spec, int axis) =>
        Shuffled(spec.Points, Philox.Named((ulong)spec.Seed, $"sweep/strata {axis}"));

    /// <summary>A permutation (Fisher and Yates).</summary>
    private static int[] Shuffled(int count, Philox stream)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (int last = count - 1; last > 0; last--)
        {
            (uint low, uint high, _, _) = stream.Block((uint)last, 0, 0, 0);
            int other = (int)((((ulong)high << 32) | low) % (ulong)(last + 1));
            (order[last], order[other]) = (order[other], order[last]);
        }

        return order;
    }
}
