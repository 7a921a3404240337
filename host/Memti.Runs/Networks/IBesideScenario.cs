namespace Memti.Runs.Networks;

/// <summary>Options of a kind of the host that name files relative to the scenario.</summary>
public interface IBesideScenario
{
    /// <summary>Folder of the scenario file; null or empty for the working directory. The host sets it before it makes the component.</summary>
    string? ScenarioFolder { get; set; }
}
