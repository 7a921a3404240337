using Memti.Abstractions.Parameters;

namespace PersistentFirmware;

/// <summary>Options of <see cref="CheckpointFirmware"/>.</summary>
public sealed class CheckpointOptions
{
    /// <summary>The memory that keeps features and records: non-volatile, and with an address in the scenario.</summary>
    [Parameter("Memory that keeps features and records; non-volatile, with 'at'", Source = "Chosen for the sample")]
    public string Store { get; set; } = "store";

    /// <summary>Layers between two checkpoints; 0 for none: an inference that a brown-out cuts begins again with the next frame.</summary>
    [Parameter("Layers between two checkpoints; 0 for none", Minimum = 0, Maximum = 1000, Source = "Chosen for the sample")]
    public int Every { get; set; } = 4;
}
