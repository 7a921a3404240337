namespace Memti.Scenarios.Kinds;

/// <summary>What a plugin's kind is: the four things that a scenario puts together.</summary>
public enum KindCategory
{
    /// <summary>A memory technology, under <c>memories</c>.</summary>
    Memory,

    /// <summary>An accelerator, under <c>accelerator</c>.</summary>
    Accelerator,

    /// <summary>A neural network, under <c>network</c>.</summary>
    Model,

    /// <summary>A power and task policy, under <c>power</c>.</summary>
    Firmware,
}
