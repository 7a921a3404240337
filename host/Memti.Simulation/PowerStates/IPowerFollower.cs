namespace Memti.Simulation.PowerStates;

/// <summary>Follows the total power of a machine: what delivers it.</summary>
internal interface IPowerFollower
{
    /// <summary>Power was constant over some time up to now.</summary>
    /// <param name="watts">The power.</param>
    /// <param name="seconds">The time, above zero.</param>
    void Pass(double watts, double seconds);

    /// <summary>Energy without duration was drawn.</summary>
    void Take(double joules);

    /// <summary>The power changes at the present moment.</summary>
    void Changed();
}
