namespace Memti.Simulation.PowerStates;

/// <summary>How the power of components follows the voltage of their rail: factors on what they have at its nominal voltage.</summary>
/// <param name="States">Factor on the power of states: leakage, clocks and refresh.</param>
/// <param name="Work">Factor on the energy of work, a whole multiple of <see cref="Unit"/>, so that times by it add up exactly.</param>
internal readonly record struct RailScale(double States, double Work)
{
    /// <summary>Steps of <see cref="Work"/> in one.</summary>
    public const long Steps = 1L << 32;

    /// <summary>Step of <see cref="Work"/>.</summary>
    public const double Unit = 1.0 / Steps;

    /// <summary>The nominal voltage.</summary>
    public static RailScale Nominal => new(1, 1);

    /// <summary>At a voltage: power of states is linear in it, energy of work goes with its square.</summary>
    /// <param name="volts">Voltage over the nominal one, above 0.</param>
    public static RailScale At(double volts) => new(volts, Math.Max(1, Math.Round(volts * volts * Steps)) * Unit);
}
