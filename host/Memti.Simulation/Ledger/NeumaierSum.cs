namespace Memti.Simulation.Ledger;

/// <summary>Compensated sum of doubles (Neumaier, ZAMM 54, 1974).</summary>
internal struct NeumaierSum
{
    private double _sum;
    private double _correction;

    public readonly double Value => _sum + _correction;

    public void Add(double term)
    {
        double sum = _sum + term;
        // The smaller operand loses its low bits; what it lost is added back. Kahan's form would lose a term larger than the sum.
        _correction += Math.Abs(_sum) >= Math.Abs(term) ? (_sum - sum) + term : (term - sum) + _sum;
        _sum = sum;
    }
}
