using System.Numerics;
using Memti.Abstractions.Units;

namespace Memti.Simulation.Frames;

/// <summary>Exact frame starts: frame k starts at k × 10¹² × denominator / numerator picoseconds, rounded to nearest.</summary>
internal sealed class FrameClock
{
    private const long PicosecondsPerSecond = 1_000_000_000_000;
    private const long LongestTable = 4096;

    private readonly Int128 _numerator;
    private readonly Int128 _frameNumerator;
    private readonly long[] _offsets;

    public FrameClock(FrameRate rate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rate.Numerator, 1, nameof(rate));
        ArgumentOutOfRangeException.ThrowIfLessThan(rate.Denominator, 1, nameof(rate));
        _numerator = rate.Numerator;
        _frameNumerator = (Int128)PicosecondsPerSecond * rate.Denominator;
        // A frame lasts frameNumerator / numerator ps; after numerator / gcd frames the sum is a whole number of picoseconds.
        long common = FrameClock.GreatestCommonDivisor(rate.Numerator, (long)(_frameNumerator % _numerator));
        Period = rate.Numerator / common;
        PeriodPicoseconds = Period * _frameNumerator / _numerator;
        _offsets = Period <= LongestTable ? [.. Enumerable.Range(0, (int)Period).Select(frame => (long)Rounded(frame))] : [];
    }

    /// <summary>Number of frames after which starts repeat to the picosecond: 3 at 30 frames per second.</summary>
    public long Period { get; }

    public Int128 PeriodPicoseconds { get; }

    /// <summary>Upper bound of the time between two starts in picoseconds.</summary>
    public Int128 LongestFrame => _frameNumerator / _numerator + 1;

    public Int128 StartOf(long frame)
    {
        (long periods, long rest) = Math.DivRem(frame, Period);
        return PeriodPicoseconds * periods + (_offsets.Length > 0 ? _offsets[rest] : Rounded(rest));
    }

    /// <summary>Index of the frame whose slot contains a moment.</summary>
    public long At(Int128 picoseconds)
    {
        long frame = (long)(picoseconds * _numerator / _frameNumerator);
        // The quotient ignores the rounding of starts and may be off by one frame in either direction.
        while (StartOf(frame + 1) <= picoseconds)
            frame++;
        while (frame > 0 && StartOf(frame) > picoseconds)
            frame--;
        return frame;
    }

    // Round half up in integers: floor((2a + b) / 2b). The start of a frame must not depend on floating point.
    private Int128 Rounded(long frame) => (2 * frame * _frameNumerator + _numerator) / (2 * _numerator);

    /// <summary>The least common multiple of two numbers.</summary>
    /// <exception cref="OverflowException">The result exceeds the type.</exception>
    internal static T Multiple<T>(T left, T right)
        where T : IBinaryInteger<T> => checked(left / GreatestCommonDivisor(left, right) * right);

    internal static T GreatestCommonDivisor<T>(T left, T right)
        where T : IBinaryInteger<T>
    {
        while (right != T.Zero)
            (left, right) = (right, left % right);
        return left;
    }
}
