namespace Memti.Abstractions.Supplies;

/// <summary>Energy that went into a storage, or was in it, and is neither stored nor delivered.</summary>
/// <param name="Joules">Leakage and resistance, in J.</param>
/// <param name="Refused">What a full storage did not take, in J.</param>
public readonly record struct StorageLoss(double Joules, double Refused);
