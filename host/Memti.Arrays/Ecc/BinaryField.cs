namespace Memti.Arrays.Ecc;

/// <summary>The finite field of 2^m elements, with tables of powers and logarithms of its primitive element.</summary>
internal sealed class BinaryField
{
    /// <summary>Primitive polynomials of degree 3 to 14 with the fewest terms. Source: the tables in Lin and Costello, appendix.</summary>
    private static readonly int[] Primitive = [0xB, 0x13, 0x25, 0x43, 0x89, 0x11D, 0x211, 0x409, 0x805, 0x1053, 0x201B, 0x4443];

    private readonly ushort[] _powers;
    private readonly ushort[] _logs;

    /// <summary>Builds the tables of a field.</summary>
    /// <param name="degree">m, 3 to 14.</param>
    public BinaryField(int degree)
    {
        Degree = degree;
        Order = (1 << degree) - 1;
        // Twice the period, so that the sum of two logarithms needs no reduction.
        _powers = new ushort[2 * Order];
        _logs = new ushort[Order + 1];
        int element = 1;
        for (int power = 0; power < Order; power++)
        {
            _powers[power] = _powers[power + Order] = (ushort)element;
            _logs[element] = (ushort)power;
            element <<= 1;
            if (element > Order)
                element ^= Primitive[degree - 3];
        }
    }

    /// <summary>Number of bits of an element.</summary>
    public int Degree { get; }

    /// <summary>Number of elements other than 0.</summary>
    public int Order { get; }

    /// <summary>A power of the primitive element; the exponent is 0 or more.</summary>
    public ushort Power(long exponent) => _powers[exponent % Order];

    /// <summary>Product of two elements.</summary>
    public int Multiply(int left, int right) => left == 0 || right == 0 ? 0 : _powers[_logs[left] + _logs[right]];

    /// <summary>Quotient of two elements; the divisor is not 0.</summary>
    public int Divide(int left, int right) => left == 0 ? 0 : _powers[_logs[left] + Order - _logs[right]];
}
