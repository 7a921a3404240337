namespace Memti.Arrays.Ecc;

/// <summary>The field of 2^m elements, with tables of powers and logarithms of its primitive element.</summary>
internal sealed class BinaryField
{
    /// <summary>Primitive polynomials of degree 3 to 14 with the fewest terms (tables of primitive polynomials, as in Lin and Costello, appendix).</summary>
    private static readonly int[] Primitive = [0xB, 0x13, 0x25, 0x43, 0x89, 0x11D, 0x211, 0x409, 0x805, 0x1053, 0x201B, 0x4443];

    private readonly ushort[] _powers;
    private readonly ushort[] _logs;

    /// <param name="degree">m, 3 to 14.</param>
    public BinaryField(int degree)
    {
        Degree = degree;
        Order = (1 << degree) - 1;
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

    /// <summary>Bits of an element.</summary>
    public int Degree { get; }

    /// <summary>Elements without 0.</summary>
    public int Order { get; }

    /// <summary>A power of the primitive element; any exponent from 0.</summary>
    public ushort Power(long exponent) => _powers[exponent % Order];

    public int Multiply(int left, int right) => left == 0 || right == 0 ? 0 : _powers[_logs[left] + _logs[right]];

    /// <summary>Quotient of an element and one that is not 0.</summary>
    public int Divide(int left, int right) => left == 0 ? 0 : _powers[_logs[left] + Order - _logs[right]];
}
