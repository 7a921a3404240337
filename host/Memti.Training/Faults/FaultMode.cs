namespace Memti.Training.Faults;

/// <summary>Which faults a network is retrained against.</summary>
public enum FaultMode
{
    /// <summary>Those of one chip, through all of training: weak cells stay weak. What is learnt is for this chip.</summary>
    Fixed,

    /// <summary>A new map before every step. What is learnt is for a fleet of chips.</summary>
    Fresh,
}
