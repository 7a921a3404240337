namespace Memti.Scenarios.Keys;

/// <summary>Limits of a scenario that several keys share.</summary>
internal static class ScenarioLimits
{
    /// <summary>Most tasks of a network, and most tasks of one frame.</summary>
    public const int Tasks = 4096;
}
