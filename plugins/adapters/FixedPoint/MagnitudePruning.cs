namespace Memti.Plugins.Adapters.FixedPoint;

/// <summary>Sets the smallest weights to zero; a bit mask says where the others are, and only those take cells.</summary>
internal static class MagnitudePruning
{
    /// <summary>Sets a share of the values to zero, smallest magnitudes first; of equal ones, the earlier first.</summary>
    /// <param name="values">The weights of a tensor.</param>
    /// <param name="share">0 to below 1.</param>
    /// <returns>How many values are zero now because of it.</returns>
    internal static int Prune(Span<float> values, double share)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(share, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 1);
        int count = (int)(share * values.Length);
        if (count == 0)
            return 0;
        float[] magnitudes = new float[values.Length];
        for (int index = 0; index < values.Length; index++)
            magnitudes[index] = MathF.Abs(values[index]);
        Array.Sort(magnitudes);
        Zero(values, magnitudes[count - 1], count);
        return count;
    }

    private static void Zero(Span<float> values, float limit, int count)
    {
        int below = 0;
        foreach (float value in values)
            below += MathF.Abs(value) < limit ? 1 : 0;
        int atLimit = count - below;
        foreach (ref float value in values)
            if (MathF.Abs(value) < limit || (MathF.Abs(value) == limit && atLimit-- > 0))
                value = 0;
    }
}
