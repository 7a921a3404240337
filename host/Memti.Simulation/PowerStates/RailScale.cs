using Memti.Simulation.Ledger;

namespace Memti.Simulation.PowerStates;

/// <summary>How the power of components follows the voltage of their rail: factors on what they have at its nominal voltage.</summary>
/// <param name="Leakage">Factor on leakage, also of what is off or in retention.</param>
/// <param name="Work">Factor on the energy of work, clocks and refresh: a whole multiple of <see cref="Unit"/>, so that times by it add up
/// exactly.</param>
internal readonly record struct RailScale(double Leakage, double Work)
{
    /// <summary>Steps of <see cref="Work"/> in one.</summary>
    public const long Steps = 1L << 32;

    /// <summary>Step of <see cref="Work"/>.</summary>
    public const double Unit = 1.0 / Steps;

    /// <summary>The nominal voltage.</summary>
    public static RailScale Nominal => new(1, 1);

    /// <summary>At a voltage: leakage is linear in it, what charges capacitances goes with its square.</summary>
    /// <param name="volts">Voltage over the nominal one, above 0.</param>
    public static RailScale At(double volts) => new(volts, Math.Max(1, Math.Round(volts * volts * Steps)) * Unit);

    /// <summary>Factor on the power of a state.</summary>
    /// <param name="cause">What its energy is posted as.</param>
    public double Of(EnergyCause cause) => cause is EnergyCause.Clock or EnergyCause.Refresh ? Work : Leakage;
}
