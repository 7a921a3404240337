namespace Memti.Runs.Profiles;

/// <summary>What a profile counts.</summary>
public enum ProfileMeasure
{
    /// <summary>Energy of the core in pJ.</summary>
    Energy,

    /// <summary>Time in ns.</summary>
    Time,
}
