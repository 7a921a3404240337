namespace Memti.Simulation.Ledger;

/// <summary>A sum of doubles that carries its rounding errors along (Neumaier, ZAMM 54, 1974).</summary>
internal struct NeumaierSum
{
    private double _sum;
    private double _correction;

    public readonly double Value => _sum + _correction;

    public void Add(double term)
    {
        double sum = _sum + term;
        _correction += Math.Abs(_sum) >= Math.Abs(term) ? (_sum - sum) + term : (term - sum) + _sum;
        _sum = sum;
    }
}
