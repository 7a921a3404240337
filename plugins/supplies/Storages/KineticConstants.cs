namespace Memti.Plugins.Supplies.Storages;

/// <summary>
/// Constants of the hybrid kinetic battery model (Kim and Qiao, IEEE Trans. Energy Conversion 2011), as fitted in shepherd-tools (MIT).
/// Resistances are those of the fitted cell; the source leaves them unscaled.
/// </summary>
/// <param name="OpenCircuit">Voltage over the state of charge: a0 exp(-a1 s) + a2 + a3 s - a4 s^2 + a5 s^3.</param>
/// <param name="Series">Series resistance in ohm, of the same form.</param>
/// <param name="ShortOhms">Resistance of the short transient: b0 exp(-b1 s) + b2.</param>
/// <param name="ShortFarads">Its capacitance, of the same form.</param>
/// <param name="LongOhms">Resistance of the long transient.</param>
/// <param name="LongFarads">Its capacitance.</param>
/// <param name="Available">Part of the charge that is available at once.</param>
/// <param name="Rate">Rate in 1/s at which the rest follows.</param>
/// <param name="LeakOhmsPerMah">Leakage resistance times capacity in ohm mAh.</param>
internal sealed record KineticConstants(
    double[] OpenCircuit,
    double[] Series,
    double[] ShortOhms,
    double[] ShortFarads,
    double[] LongOhms,
    double[] LongFarads,
    double Available,
    double Rate,
    double LeakOhmsPerMah)
{
    /// <summary>Lithium polymer, fitted to a PL-383562 of 860 mAh.</summary>
    public static KineticConstants Lipo { get; } = new(
        [-0.852, 63.867, 3.6297, 0.559, 0.51, 0.508],
        [0.1463, 30.27, 0.1037, 0.0584, 0.1747, 0.1288],
        [0.1063, 62.49, 0.0437],
        [-200, 138, 300],
        [0.0712, 61.4, 0.0288],
        [-3083, 180, 5088],
        0.9248,
        0.0008,
        55.9e6);

    /// <summary>Lead acid, 12 V, 1.2 Ah.</summary>
    public static KineticConstants LeadAcid { get; } = new(
        [5.429, 117.5, 11.32, 2.706, 2.04, 1.026],
        [1.578, 8.527, 0.7808, -1.887, -2.404, -0.649],
        [2.771, 9.079, 0.22],
        [-2423, 75.14, 55],
        [2.771, 9.079, 0.218],
        [-1240, 9.571, 3100],
        0.6,
        0.0034,
        174e6);
}
