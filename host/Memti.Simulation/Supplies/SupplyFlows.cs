namespace Memti.Simulation.Supplies;

/// <summary>Where the energy of a supply has gone so far.</summary>
internal sealed class SupplyFlows
{
    private PeriodicSum _harvested;
    private PeriodicSum _charged;
    private PeriodicSum _refused;
    private PeriodicSum _lostInStorage;
    private PeriodicSum _drawn;
    private PeriodicSum _quiescent;
    private PeriodicSum _delivered;

    /// <summary>What the source gave, in J.</summary>
    public double Harvested => _harvested.Value;

    /// <summary>What the charger passed on, in J, whether or not the storage took it.</summary>
    public double Charged => _charged.Value;

    /// <summary>What the full storage did not take, in J.</summary>
    public double Refused => _refused.Value;

    /// <summary>Leakage and resistance of the storage, in J.</summary>
    public double LostInStorage => _lostInStorage.Value;

    /// <summary>What the regulator took, in J.</summary>
    public double Drawn => _drawn.Value;

    /// <summary>What supervisor and converters took, in J.</summary>
    public double Quiescent => _quiescent.Value;

    /// <summary>What the device received, in J.</summary>
    public double Delivered => _delivered.Value;

    /// <summary>Adds a stretch of constant power.</summary>
    public void Add(in SupplyStretch stretch)
    {
        double seconds = stretch.Seconds;
        _harvested.Add(stretch.Harvested * seconds);
        _charged.Add(stretch.Charged * seconds);
        _drawn.Add(stretch.Drawn * seconds);
        _quiescent.Add(stretch.Quiescent * seconds);
        _delivered.Add(stretch.Delivered * seconds);
        _lostInStorage.Add(stretch.Loss.Joules);
        _refused.Add(stretch.Loss.Refused);
    }

    public void Mark()
    {
        _harvested.Mark();
        _charged.Mark();
        _refused.Mark();
        _lostInStorage.Mark();
        _drawn.Mark();
        _quiescent.Mark();
        _delivered.Mark();
    }

    public void Repeat(long times)
    {
        _harvested.Repeat(times);
        _charged.Repeat(times);
        _refused.Repeat(times);
        _lostInStorage.Repeat(times);
        _drawn.Repeat(times);
        _quiescent.Repeat(times);
        _delivered.Repeat(times);
    }
}
