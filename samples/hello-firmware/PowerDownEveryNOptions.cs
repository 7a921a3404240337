using Memti.Abstractions.Parameters;

namespace HelloFirmware;

/// <summary>Options of the policy in a scenario.</summary>
public sealed class PowerDownEveryNOptions
{
    /// <summary>Frames from one power-down to the next.</summary>
    [Parameter("Frames from one power-down to the next", Minimum = 1, Maximum = 1000000, Source = "Chosen for the sample")]
    public int Every { get; set; } = 2;

    /// <summary>True to keep the contents of memories that can be kept at low power.</summary>
    [Parameter("Keep the contents of memories with a retention state", Source = "Chosen for the sample")]
    public bool Retain { get; set; }
}
