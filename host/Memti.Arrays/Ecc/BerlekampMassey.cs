namespace Memti.Arrays.Ecc;

/// <summary>
/// Finds the shortest linear recurrence of the syndromes. Its coefficients are the locator of the wrong bits. Berlekamp and
/// Massey, 1969.
/// </summary>
internal static class BerlekampMassey
{
    /// <summary>Computes the error locator, lowest power first, with constant term 1.</summary>
    /// <returns>
    /// Degree of the locator. More than half of the number of syndromes, or a locator of lower degree than returned, means that there is no
    /// solution.
    /// </returns>
    public static int Solve(BinaryField field, ReadOnlySpan<int> syndromes, Span<int> locator)
    {
        Span<int> previous = stackalloc int[locator.Length];
        Span<int> before = stackalloc int[locator.Length];
        locator.Clear();
        previous.Clear();
        (locator[0], previous[0]) = (1, 1);
        (int degree, int shift, int last) = (0, 1, 1);
        for (int step = 0; step < syndromes.Length; step++, shift++)
        {
            int discrepancy = Discrepancy(field, syndromes, locator, step, degree);
            if (discrepancy == 0)
                continue;
            locator.CopyTo(before);
            Subtract(field, locator, previous, shift, field.Divide(discrepancy, last));
            if (2 * degree > step)
                continue;
            // The recurrence is too short for this syndrome: lengthen it, and keep the one before for later corrections.
            (degree, last, shift) = (step + 1 - degree, discrepancy, 0);
            before.CopyTo(previous);
        }

        return degree;
    }

    private static int Discrepancy(BinaryField field, ReadOnlySpan<int> syndromes, ReadOnlySpan<int> locator, int step, int degree)
    {
        int sum = syndromes[step];
        for (int power = 1; power <= degree; power++)
            sum ^= field.Multiply(locator[power], syndromes[step - power]);
        return sum;
    }

    private static void Subtract(BinaryField field, Span<int> locator, ReadOnlySpan<int> previous, int shift, int factor)
    {
        for (int power = 0; power + shift < locator.Length; power++)
            locator[power + shift] ^= field.Multiply(factor, previous[power]);
    }
}
