using Memti.Abstractions.Supplies;

namespace Memti.Simulation.Supplies;

/// <summary>A stretch of constant powers.</summary>
/// <param name="Seconds">Its length.</param>
/// <param name="Harvested">Power of the source in W.</param>
/// <param name="Charged">Power behind the charger in W.</param>
/// <param name="Drawn">Power into the regulator in W.</param>
/// <param name="Quiescent">Power of supervisor and converters in W.</param>
/// <param name="Delivered">Power of the device in W.</param>
/// <param name="Loss">What the storage lost and refused.</param>
internal readonly record struct SupplyStretch(
    double Seconds, double Harvested, double Charged, double Drawn, double Quiescent, double Delivered, StorageLoss Loss);
