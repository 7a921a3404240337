namespace Memti.Trainers.FixedPoint;

/// <summary>Sets the smallest weights to zero. A bit mask records where the others are, and only those occupy cells.</summary>
public static class MagnitudePruning
{
    /// <summary>Sets a share of the values to zero, smallest magnitudes first. Of equal magnitudes, earlier ones go first.</summary>
    /// <param name="values">The weights of a tensor.</param>
    /// <param name="share">0 to below 1.</param>
    /// <returns>Number of pruned values.</returns>
    public static int Prune(Span<float> values, double share)
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
        // A threshold alone would prune all values of equal magnitude; the count settles how many of them go.
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
