namespace Memti.Arrays.Ecc;

/// <summary>
/// Generator polynomial of a binary BCH code: the one of least degree that has the first 2t powers of the primitive element as roots.
/// </summary>
internal static class BchGenerator
{
    /// <summary>Coefficients, lowest power first, each 0 or 1.</summary>
    public static int[] Of(BinaryField field, int correctable)
    {
        var roots = new SortedSet<int>();
        for (int odd = 1; odd < 2 * correctable; odd += 2)
        {
            // Over GF(2), a polynomial with a root has its square as a root too: doubling the exponent walks the cyclotomic coset.
            for (int root = odd % field.Order; roots.Add(root);)
                root = 2 * root % field.Order;
        }

        int[] polynomial = [1];
        foreach (int root in roots)
            polynomial = TimesRoot(field, polynomial, field.Power(root));
        return polynomial;
    }

    private static int[] TimesRoot(BinaryField field, int[] polynomial, int root)
    {
        int[] product = new int[polynomial.Length + 1];
        for (int power = 0; power < polynomial.Length; power++)
        {
            product[power + 1] ^= polynomial[power];
            product[power] ^= field.Multiply(polynomial[power], root);
        }

        return product;
    }
}
