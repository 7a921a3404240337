namespace Memti.Training.Faults;

/// <summary>The faults that a network is retrained against.</summary>
public enum FaultMode
{
    /// <summary>The faults of one chip throughout training: weak cells stay weak. The result suits this chip.</summary>
    Fixed,

    /// <summary>A new map before every step. The result suits a fleet of chips.</summary>
    Fresh,
}
