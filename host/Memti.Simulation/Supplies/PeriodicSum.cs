using Memti.Simulation.Ledger;

namespace Memti.Simulation.Supplies;

/// <summary>A sum of doubles whose part since a mark can be repeated.</summary>
internal struct PeriodicSum
{
    private NeumaierSum _before;
    private NeumaierSum _since;

    public readonly double Value
    {
        get
        {
            NeumaierSum sum = _before;
            sum.Add(_since.Value);
            return sum.Value;
        }
    }

    public void Add(double term) => _since.Add(term);

    public void Mark()
    {
        _before.Add(_since.Value);
        _since = default;
    }

    public void Repeat(long times) => _before.Add(_since.Value * times);
}
